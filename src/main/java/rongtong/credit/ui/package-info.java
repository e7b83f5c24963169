/** The register of credit on the screen. */
@NullMarked
package rongtong.credit.ui;

import org.jspecify.annotations.NullMarked;
