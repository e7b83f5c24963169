package rongtong.workflow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rongtong.workflow.clock.ClockView;

/**
 * A case as the people of its organisations see it.
 *
 * @param waits for what it waits where no step is open: names of the places in the models
 * @param form form-js JSON of the application; null where the service starts without one
 * @param values answers given so far, by key; the latest of each
 * @param mayWithdraw whether the person may take the whole case back now
 * @param clocks the statutory clocks of its stages, in the order in which they began
 */
public record CaseView(
        CaseRow row,
        List<CurrentStep> current,
        List<String> waits,
        List<TimelineEntry> timeline,
        @Nullable String form,
        Map<String, @Nullable Object> values,
        boolean mayWithdraw,
        List<ClockView> clocks) {}
