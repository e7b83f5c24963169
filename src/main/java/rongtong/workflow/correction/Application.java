package rongtong.workflow.correction;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import rongtong.form.Form;

/**
 * What an applicant has handed in, as it is to be reviewed and corrected: the start form of a service, or the form of a
 * later step.
 *
 * @param definition the deployed version of the process whose form it is
 * @param step id of the user task, or {@code start}
 * @param answers their latest version
 */
public record Application(
        String definition,
        String process,
        String step,
        String json,
        Form form,
        Map<String, @Nullable Object> answers) {}
