/** Who belongs to an alliance: selected by the departments, consenting on its own account (P03, P13). */
@NullMarked
package rongtong.alliance.member;

import org.jspecify.annotations.NullMarked;
