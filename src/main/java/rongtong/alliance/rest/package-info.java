/** What pickers of the alliance forms offer, for other programs. */
@NullMarked
package rongtong.alliance.rest;

import org.jspecify.annotations.NullMarked;
