/** The pages on which people log in and keep their own account: profile, password, personal tokens. */
@NullMarked
package rongtong.identity.ui;

import org.jspecify.annotations.NullMarked;
