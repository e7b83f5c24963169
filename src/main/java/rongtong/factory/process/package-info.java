/** The steps of the diagrams in {@code bpmn/factory}: they translate answers into calls of the module's services. */
@NullMarked
package rongtong.factory.process;

import org.jspecify.annotations.NullMarked;
