/** What the diagrams in {@code bpmn/publicnotice} call: translation between their steps and typed calls. */
@NullMarked
package rongtong.publicnotice.process;

import org.jspecify.annotations.NullMarked;
