/**
 * Decision documents (公文): an office issues an approval, a notice or a receipt in a case, by itself where nobody has to
 * sign ({@code ${officialDocuments.issue(…)}}), else drafted and signed as {@code bpmn/workflow/decision-document.bpmn}
 * draws it. A general part that any procedure may call.
 */
@NamedInterface("decision")
@NullMarked
package rongtong.workflow.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
