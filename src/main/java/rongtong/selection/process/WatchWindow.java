package rongtong.selection.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.selection.round.RoundCounts;
import rongtong.selection.round.Rounds;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The window of a round is extended, with a reason that everybody who writes is told. */
@Component
class WatchWindow implements Step {

    private final RoundWords words;
    private final RoundCounts counts;
    private final Rounds rounds;

    WatchWindow(RoundWords words, RoundCounts counts, Rounds rounds) {
        this.words = words;
        this.counts = counts;
        this.rounds = rounds;
    }

    @Override
    public String id() {
        return "selection-window/watchWindow";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var values = new HashMap<>(words.call(context.caseId()));
        values.put("countRows", words.counts(rounds.get(context.caseId()), counts.of(context.caseId())));
        values.put("extensionRows", extensions(context));
        return values;
    }

    private List<Map<String, Object>> extensions(StepContext context) {
        return rounds.extensions(context.caseId()).stream()
                .<Map<String, Object>>map(extension -> Map.of(
                        "from", RoundWords.minute(extension.from()),
                        "to", RoundWords.minute(extension.to()),
                        "reason", extension.reason()))
                .toList();
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var round = rounds.get(context.caseId());
        if (!RoundWords.instant(answers.text("extendedTo")).isAfter(round.closesAt())) {
            findings.error("extendedTo", Message.of("selection.round.extension-later"));
        }
    }

    @Override
    public void record(StepContext context, Answers answers) {
        rounds.extend(
                context.caseId(),
                RoundWords.instant(answers.text("extendedTo")),
                answers.text("extensionReason"),
                context.actor());
    }
}
