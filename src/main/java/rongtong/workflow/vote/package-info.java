/**
 * Vote (表决): each of several units casts one ballot on a matter of a case within a time limit; quorum and majority are
 * counted in whole numbers by the rule that the settings give. A general part, drawn in
 * {@code bpmn/workflow/council-vote.bpmn}, that any procedure may call.
 */
@NamedInterface("vote")
@NullMarked
package rongtong.workflow.vote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
