/** Days of work and rest as the State Council announces them each year, and the deadlines counted in working days. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package rongtong.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
