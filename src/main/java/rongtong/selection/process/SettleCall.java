package rongtong.selection.process;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.selection.round.Rounds;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The convening department reads the opinions and publishes the call, or revises it. */
@Component
class SettleCall implements Step {

    private final RoundWords words;
    private final Rounds rounds;
    private final Clock clock;

    SettleCall(RoundWords words, Rounds rounds, Clock clock) {
        this.words = words;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "selection-call/settleCall";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var values = new HashMap<>(words.call(context.caseId()));
        values.put("opinionRows", words.opinions(context.caseId(), RoundSteps.CALL));
        return values;
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        if (answers.text("callDecision").equals("PUBLISH")
                && !rounds.get(context.caseId()).closesAt().isAfter(clock.instant())) {
            findings.error("callDecision", Message.of("selection.round.closes-in-the-past"));
        }
    }
}
