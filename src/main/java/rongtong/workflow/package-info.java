/**
 * The desk on which cases are worked: services that can be started, the inbox, the steps of a case and its timeline,
 * and what administrators see and mend. Drives the engine; nobody outside knows that there is one.
 *
 * <p>A <em>case</em> (案件) is one run of a <em>service</em> (办理事项, a process in {@code bpmn/}); a <em>step</em> (环节) is a
 * user task of its diagram; a <em>unit</em> is the organisation that a step is addressed to.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "organization",
            "policy",
            "calendar",
            "form",
            "form :: ui",
            "identity",
            "document",
            "document :: official",
            "document :: ui"
        })
@NullMarked
package rongtong.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
