/** Between the answers of a step and the records of a selection: the steps of {@code bpmn/selection}. */
@NullMarked
package rongtong.selection.process;

import org.jspecify.annotations.NullMarked;
