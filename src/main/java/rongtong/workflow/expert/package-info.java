/**
 * Expert opinions or a site visit (专家论证、现场核查): the organ that handles a case asks experts or goes and looks, the
 * statutory clock stands still meanwhile (default D4). A general part, drawn in {@code bpmn/workflow/expert-opinion.bpmn},
 * that any procedure with a clock may call with the variables {@code organ}, {@code stage} and {@code subject}; it answers
 * {@code expertConclusion}.
 */
@NamedInterface("expert")
@NullMarked
package rongtong.workflow.expert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
