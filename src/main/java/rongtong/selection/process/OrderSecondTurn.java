package rongtong.selection.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.selection.ranking.RankingRow;
import rongtong.selection.ranking.Rankings;
import rongtong.selection.round.Rounds;
import rongtong.selection.round.SecondTurns;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** Sheets lie too far apart: the convening department has some of the applications judged once more, or none. */
@Component
class OrderSecondTurn implements Step {

    private final RoundWords words;
    private final Rounds rounds;
    private final Rankings rankings;
    private final SecondTurns turns;

    OrderSecondTurn(RoundWords words, Rounds rounds, Rankings rankings, SecondTurns turns) {
        this.words = words;
        this.rounds = rounds;
        this.rankings = rankings;
        this.turns = turns;
    }

    @Override
    public String id() {
        return "selection-review/orderSecondTurn";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var round = rounds.get(context.caseId());
        var alarms = rankings.alarms(context.caseId());
        return Map.of(
                "roundTitle",
                round.title(),
                "alarmRows",
                alarms.stream()
                        .<Map<String, Object>>map(row -> Map.of(
                                "track", words.trackName(round, row.track()),
                                "place", row.place(),
                                "title", row.title(),
                                "score", row.score(),
                                "spread", row.spread()))
                        .toList(),
                "alarmOptions",
                alarms.stream().map(OrderSecondTurn::option).toList());
    }

    private static Map<String, Object> option(RankingRow row) {
        return Map.of("value", row.application().toString(), "label", row.applicantName() + "：" + row.title());
    }

    @Override
    public void record(StepContext context, Answers answers) {
        List<UUID> chosen = answers.texts("secondTurnApplications").stream()
                .map(UUID::fromString)
                .distinct()
                .toList();
        if (!chosen.isEmpty()) {
            turns.order(context.caseId(), chosen, answers.text("secondTurnReason"), context.actor());
        }
        context.set("secondTurnOrdered", !chosen.isEmpty());
    }
}
