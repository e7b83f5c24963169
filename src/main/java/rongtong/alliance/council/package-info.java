/** The council with its seats, secretariat, liaison offices, expert committees and resolutions (P05–P07). */
@NullMarked
package rongtong.alliance.council;

import org.jspecify.annotations.NullMarked;
