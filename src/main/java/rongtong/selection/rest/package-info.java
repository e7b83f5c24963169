/** Selections for programs. */
@NullMarked
package rongtong.selection.rest;

import org.jspecify.annotations.NullMarked;
