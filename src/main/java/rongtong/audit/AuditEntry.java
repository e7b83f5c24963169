package rongtong.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One deed.
 *
 * @param actor user name, nothing for the system itself
 * @param organization code, of the actor
 * @param description in the language of the reader
 */
public record AuditEntry(
        long id,
        Instant at,
        @Nullable String actor,
        @Nullable String organization,
        String action,
        String subject,
        String description,
        Map<String, Object> detail) {}
