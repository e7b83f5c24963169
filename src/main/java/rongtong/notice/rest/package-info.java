/** The caller's notices for programs, and mail that did not go for those of administrators. */
@NullMarked
package rongtong.notice.rest;

import org.jspecify.annotations.NullMarked;
