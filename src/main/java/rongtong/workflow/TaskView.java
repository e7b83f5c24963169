package rongtong.workflow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rongtong.policy.Clause;

/**
 * A task as the person who may do it sees it.
 *
 * @param clause the clause that the step rests on; null where the model names none
 * @param form form-js JSON
 * @param values what the form starts with: answers given before, and what the procedure adds
 * @param actions names of the calls that the person may make now: {@code claim}, {@code release}, {@code complete}, …
 */
public record TaskView(
        TaskRow row,
        @Nullable Clause clause,
        String documentation,
        String form,
        Map<String, @Nullable Object> values,
        List<String> actions,
        @Nullable String unit) {}
