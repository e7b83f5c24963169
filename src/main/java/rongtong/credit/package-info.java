/**
 * Credit of schools and enterprises (信用记录): entries with reason, period and source, and whether both sides of a
 * cooperation have a good record (JL-2018-48 (三十三)). Procedures ask before they approve; nothing is entered here by
 * hand yet.
 */
@ApplicationModule(allowedDependencies = {"shared", "organization", "policy", "identity", "ui"})
@NullMarked
package rongtong.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
