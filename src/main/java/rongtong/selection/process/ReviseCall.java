package rongtong.selection.process;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.selection.programme.Programmes;
import rongtong.selection.round.Rounds;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The call is changed as the opinions ask; a newer version of the programme takes the place of the former. */
@Component
class ReviseCall implements Step {

    private final RoundWords words;
    private final Rounds rounds;
    private final Programmes programmes;
    private final CallDates dates;

    ReviseCall(RoundWords words, Rounds rounds, Programmes programmes, CallDates dates) {
        this.words = words;
        this.rounds = rounds;
        this.programmes = programmes;
        this.dates = dates;
    }

    @Override
    public String id() {
        return "selection-call/reviseCall";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var values = new HashMap<>(words.call(context.caseId()));
        values.put("opinionRows", words.opinions(context.caseId(), RoundSteps.CALL));
        return values;
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        dates.check(answers, findings);
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var round = rounds.get(context.caseId());
        rounds.revise(
                context.caseId(),
                programmes
                        .published(round.programme())
                        .map(newest -> newest.version())
                        .orElse(round.version()),
                answers.text("roundTitle"),
                RoundWords.instant(answers.text("windowOpens")),
                RoundWords.instant(answers.text("windowCloses")),
                answers.text("callNote"));
    }
}
