/** The steps of the diagrams in {@code bpmn/alliance}: they translate answers into calls of the module's services. */
@NullMarked
package rongtong.alliance.process;

import org.jspecify.annotations.NullMarked;
