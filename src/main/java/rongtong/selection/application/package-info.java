/** Applications to a round (申报): from the first line written to the decision. */
@NullMarked
package rongtong.selection.application;

import org.jspecify.annotations.NullMarked;
