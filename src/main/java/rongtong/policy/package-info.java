/**
 * What the documents say: their clauses and the rules read out of them, word for word; and the settings, most of them
 * defaults for what the documents leave open, each with the basis that it rests on.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package rongtong.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
