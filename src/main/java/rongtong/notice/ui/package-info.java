/** The bell in the frame and the page of the notices. */
@NullMarked
package rongtong.notice.ui;

import org.jspecify.annotations.NullMarked;
