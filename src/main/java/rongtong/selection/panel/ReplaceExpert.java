package rongtong.selection.panel;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.identity.Accounts;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** An expert is late: the convening department lets others take over, or gives more time. */
@Component
class ReplaceExpert implements Step {

    private final Reviews reviews;
    private final Panels panels;
    private final ReviewRows rows;
    private final Accounts accounts;

    ReplaceExpert(Reviews reviews, Panels panels, ReviewRows rows, Accounts accounts) {
        this.reviews = reviews;
        this.panels = panels;
        this.rows = rows;
        this.accounts = accounts;
    }

    @Override
    public String id() {
        return "panel-review/replaceExpert";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var review = reviews.get(context.caseId());
        var values = new HashMap<>(rows.heading(context.caseId()));
        values.put("expertName", accounts.displayName(review.expert()));
        values.put("dueText", PanelSteps.day(review.dueAt()));
        values.put(
                "lateRows",
                reviews.assigned(context.caseId()).stream()
                        .filter(assigned -> !assigned.isSubmitted())
                        .map(rows::row)
                        .toList());
        return values;
    }

    @Override
    public void record(StepContext context, Answers answers) {
        if (answers.text("lateDecision").equals("REPLACE")) {
            panels.replaceLate(context.caseId(), answers.text("lateReason"));
        } else {
            panels.postpone(context.caseId());
        }
    }
}
