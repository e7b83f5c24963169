/** Selection of the lead unit (遴选责任部门): the member that leads the alliance and chairs its council (P04). */
@NullMarked
package rongtong.alliance.lead;

import org.jspecify.annotations.NullMarked;
