package rongtong.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a list shows; what is left out does not narrow it.
 *
 * @param action what it begins with: {@code ACCOUNT} finds {@code ACCOUNT.LOCKED}
 * @param subject exactly
 * @param from moment that belongs to it
 * @param to moment that no longer belongs to it
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant to) {}
