/** Organisations, regions and majors for other programs, and for the pickers of forms. */
@NullMarked
package rongtong.organization.rest;

import org.jspecify.annotations.NullMarked;
