/** The audit trail for other programs. */
@NullMarked
package rongtong.audit.rest;

import org.jspecify.annotations.NullMarked;
