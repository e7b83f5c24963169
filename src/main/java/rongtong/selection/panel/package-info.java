/** Experts: the pool, conflicts, who judges what, and their score sheets. */
@NullMarked
package rongtong.selection.panel;

import org.jspecify.annotations.NullMarked;
