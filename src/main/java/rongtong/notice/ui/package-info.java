/** The bell in the frame, the page of the notices, and mail that did not go for administrators. */
@NullMarked
package rongtong.notice.ui;

import org.jspecify.annotations.NullMarked;
