package rongtong.selection.panel;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.selection.panel.Panels.Leaving;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The expert promises confidentiality and impartiality, and recuses where there is a conflict (default D8). */
@Component
class DeclareConflicts implements Step {

    private static final String ROWS = "reviewRows";
    private static final String REASON = "recusalReason";

    private final Reviews reviews;
    private final Panels panels;
    private final ReviewRows rows;

    DeclareConflicts(Reviews reviews, Panels panels, ReviewRows rows) {
        this.reviews = reviews;
        this.panels = panels;
        this.rows = rows;
    }

    @Override
    public String id() {
        return "panel-review/declareConflicts";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var values = new HashMap<>(rows.heading(context.caseId()));
        values.put(
                ROWS,
                reviews.assigned(context.caseId()).stream()
                        .map(assigned -> {
                            var row = new LinkedHashMap<>(rows.row(assigned));
                            row.put("stance", "FREE");
                            row.put(REASON, "");
                            return row;
                        })
                        .toList());
        return values;
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var sent = answers.rows(ROWS);
        for (var assigned : reviews.assigned(context.caseId())) {
            int place = ReviewRows.placeOf(assigned, sent);
            if (place < 0) {
                findings.error(ROWS, Message.of("selection.panel.row-missing", assigned.title()));
            } else if (isRecusal(sent.get(place))
                    && sent.get(place).text(REASON).length() < 2) {
                findings.error("%s[%d].%s".formatted(ROWS, place, REASON), Message.of("selection.panel.reason"));
            }
        }
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var sent = answers.rows(ROWS);
        reviews.declared(context.caseId());
        for (var assigned : reviews.assigned(context.caseId())) {
            var row = sent.get(ReviewRows.placeOf(assigned, sent));
            if (isRecusal(row)) {
                panels.leave(assigned.application(), context.actor(), Leaving.RECUSED, row.text(REASON), false);
            }
        }
        context.set("remaining", reviews.assigned(context.caseId()).size());
    }

    private static boolean isRecusal(Answers row) {
        return row.text("stance").equals("RECUSE");
    }
}
