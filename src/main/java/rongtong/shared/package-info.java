/**
 * What every module speaks of: broken rules, missing records, pages of a list, moments worth recording. Depends on
 * nothing of ours.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package rongtong.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
