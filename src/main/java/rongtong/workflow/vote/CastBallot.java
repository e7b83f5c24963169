package rongtong.workflow.vote;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.shared.Texts;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** One unit casts its vote. */
@Component
class CastBallot implements Step {

    private final Votes votes;
    private final Texts texts;

    CastBallot(Votes votes, Texts texts) {
        this.votes = votes;
        this.texts = texts;
    }

    @Override
    public String id() {
        return "council-vote/castBallot";
    }

    /** Shows what is voted on. What the unit said in an earlier vote is not its answer now. */
    @Override
    public Map<String, Object> values(StepContext context) {
        var vote = votes.get(context.caseId(), context.text("subject"));
        return Map.of(
                "voteTitle",
                vote.title(),
                "voteRule",
                texts.of(vote.rule().sentence()),
                "matterRows",
                vote.matter().stream()
                        .map(part -> Map.of("part", part.part(), "text", part.text()))
                        .toList(),
                "ballot",
                "",
                "ballotRemark",
                "");
    }

    @Override
    public void record(StepContext context, Answers answers) {
        votes.cast(
                context.caseId(),
                context.text("subject"),
                context.requiredUnit(),
                Choice.valueOf(answers.text("ballot")),
                answers.text("ballotRemark"),
                context.actor());
    }
}
