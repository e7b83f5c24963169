/** The page on which people log in. */
@NullMarked
package rongtong.identity.ui;

import org.jspecify.annotations.NullMarked;
