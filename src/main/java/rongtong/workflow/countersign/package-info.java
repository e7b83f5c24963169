/**
 * Countersign (会签): each of several units states its opinion on one subject of a case within a deadline; whoever stays
 * silent is recorded as silent. A general part, drawn in {@code bpmn/workflow/countersign.bpmn}, that any procedure may
 * call.
 */
@NamedInterface("countersign")
@NullMarked
package rongtong.workflow.countersign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
