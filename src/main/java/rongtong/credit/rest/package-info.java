/** The register of credit for programs. */
@NullMarked
package rongtong.credit.rest;

import org.jspecify.annotations.NullMarked;
