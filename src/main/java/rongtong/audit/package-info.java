/**
 * Who did what and when, for ever: every {@link rongtong.shared.Auditable} event becomes an entry in the transaction of
 * the deed. Nothing is changed or deleted; seals over the entries show whether somebody did it behind our back.
 */
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package rongtong.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
