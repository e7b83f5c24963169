/** Attachments and issued documents for programs and browsers. */
@NullMarked
package rongtong.document.rest;

import org.jspecify.annotations.NullMarked;
