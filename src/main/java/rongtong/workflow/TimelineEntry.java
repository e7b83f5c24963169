package rongtong.workflow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a case, in order; nothing is overwritten (default D14).
 *
 * @param actor display name; null where the process itself acted (a deadline passed)
 * @param organization name of the actor's organisation
 * @param step id of the user task; null for what concerns the whole case
 * @param action key: {@code started}, {@code completed}, {@code claimed}, {@code reminded}, {@code withdrawn}, …
 * @param values what was submitted, for those who may see it
 * @param form form-js JSON that the values were typed into, for the screen alone; null where nothing was submitted
 */
public record TimelineEntry(
        Instant at,
        @Nullable String actor,
        @Nullable String organization,
        @Nullable String step,
        @Nullable String stepName,
        String action,
        @Nullable String opinion,
        Map<String, @Nullable Object> values,
        @JsonIgnore @Nullable String form) {}
