/**
 * Who takes part: departments, governments, parks, schools, enterprises and institutes, with names that change over
 * time; which department answers for which function in which province; regions (GB/T 2260) and majors.
 */
@ApplicationModule(allowedDependencies = {"shared", "form"})
@NullMarked
package rongtong.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
