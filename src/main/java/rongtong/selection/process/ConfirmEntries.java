package rongtong.selection.process;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.selection.application.ApplicationStatus;
import rongtong.selection.round.RoundCounts;
import rongtong.selection.round.Rounds;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** What the experts will judge is settled when nothing is under way any more. */
@Component
class ConfirmEntries implements Step {

    private final RoundWords words;
    private final RoundCounts counts;
    private final Rounds rounds;

    ConfirmEntries(RoundWords words, RoundCounts counts, Rounds rounds) {
        this.words = words;
        this.counts = counts;
        this.rounds = rounds;
    }

    @Override
    public String id() {
        return "pilot-selection/confirmEntries";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var values = new HashMap<>(words.call(context.caseId()));
        values.put("countRows", words.counts(rounds.get(context.caseId()), counts.of(context.caseId())));
        return values;
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        int underWay = counts.of(context.caseId(), ApplicationStatus.SUBMITTED);
        if (underWay > 0) {
            findings.error("entriesConfirmed", Message.of("selection.round.under-way", underWay));
        }
    }

    @Override
    public void record(StepContext context, Answers answers) {
        context.set("hasEntries", counts.of(context.caseId(), ApplicationStatus.ENTERED) > 0);
    }
}
