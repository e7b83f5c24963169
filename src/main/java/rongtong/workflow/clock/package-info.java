/**
 * The statutory clock (法定时限): how many working days an organ has used of those that a stage of a case gives it, and for
 * whom the other days count. The clock belongs to the case: the processes that it calls share its stages.
 *
 * <p>The day of an event is not counted; the first working day after it is day 1, and the limit is the end of its last
 * day. While a clock is stopped (default D4) days count for the applicant, the experts or the objection, so that the
 * organ has as many left when it goes on as when it was stopped.
 */
@NamedInterface("clock")
@NullMarked
package rongtong.workflow.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
