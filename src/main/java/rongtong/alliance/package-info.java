/**
 * Founding of school–enterprise alliances (校企联盟): from the sector department's layout proposal over the review meeting,
 * the members and their lead unit to the council and its charter. The procedure is drawn in
 * {@code bpmn/alliance/alliance-founding.bpmn} and in the processes that it calls.
 *
 * <p>A <em>founding</em> is one case of that procedure; what it decides is kept here by the id of the case. Each stage
 * has a sub-package of its own: {@code meeting}, {@code member}, and so on; {@code process} holds the steps of the
 * diagrams.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "form",
            "organization",
            "policy",
            "identity",
            "calendar",
            "document",
            "document :: ui",
            "ui",
            "workflow",
            "workflow :: countersign",
            "workflow :: ui",
            "workflow :: vote",
            "ledger"
        })
@NullMarked
package rongtong.alliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
