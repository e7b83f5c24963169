/** Pages of the selections. */
@NullMarked
package rongtong.selection.ui;

import org.jspecify.annotations.NullMarked;
