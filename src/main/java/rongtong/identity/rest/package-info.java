/** Who the caller is, tokens and password of the caller, and accounts for the pickers of forms. */
@NullMarked
package rongtong.identity.rest;

import org.jspecify.annotations.NullMarked;
