/** The desk of an expert: the application beside the rubric, what was scored so far, and handing all of it in. */
@NullMarked
package rongtong.selection.review;

import org.jspecify.annotations.NullMarked;
