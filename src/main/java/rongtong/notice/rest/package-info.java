/** The caller's notices for programs. */
@NullMarked
package rongtong.notice.rest;

import org.jspecify.annotations.NullMarked;
