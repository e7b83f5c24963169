package rongtong.selection.process;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.selection.application.Outcome;
import rongtong.selection.decision.Proposal;
import rongtong.selection.decision.Proposals;
import rongtong.selection.round.RoundStatus;
import rongtong.selection.round.Rounds;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/**
 * The convening department confirms the list that it proposes. It is kept application by application beside the process;
 * the form may name changes and need not: what is not named stays as it is kept, or as the rank says.
 */
@Component
class ProposeList implements Step {

    private final RoundWords words;
    private final ListWords lists;
    private final Rounds rounds;
    private final Proposals proposals;

    ProposeList(RoundWords words, ListWords lists, Rounds rounds, Proposals proposals) {
        this.words = words;
        this.lists = lists;
        this.rounds = rounds;
        this.proposals = proposals;
    }

    @Override
    public String id() {
        return "selection-decision/proposeList";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var list = lists.list(context.caseId(), Map.of());
        var values = new HashMap<String, Object>();
        values.put("roundTitle", rounds.get(context.caseId()).title());
        values.put("summaryRows", lists.summary(list));
        values.put("partnersText", lists.partnersText(context.caseId(), list));
        // what was changed once is kept: a list that comes back begins without changes
        values.put("proposals", List.of());
        values.put(
                "applicationOptions",
                list.stream()
                        .flatMap(listed -> listed.rows().stream()
                                .map(row -> Map.of(
                                        "value", row.application().toString(),
                                        "label",
                                                "%s %d %s：%s"
                                                        .formatted(
                                                                words.name(listed.track()),
                                                                row.place(),
                                                                row.applicantName(),
                                                                row.title()))))
                        .toList());
        return values;
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var rows = answers.rows("proposals");
        var changes = changes(answers, "proposals");
        if (changes.size() < rows.size()) {
            findings.error("proposals", Message.of("selection.round.named-twice"));
        }
        lists.check(context.caseId(), lists.list(context.caseId(), changes), "proposals", findings);
    }

    @Override
    public void record(StepContext context, Answers answers) {
        proposals.propose(
                context.caseId(),
                lists.list(context.caseId(), changes(answers, "proposals")).stream()
                        .flatMap(listed -> listed.proposals().values().stream())
                        .toList());
        rounds.advance(context.caseId(), RoundStatus.PROPOSED);
    }

    static Map<UUID, Proposal> changes(Answers answers, String list) {
        var changes = new LinkedHashMap<UUID, Proposal>();
        answers.rows(list).forEach(row -> {
            var application = UUID.fromString(row.text("application"));
            changes.put(
                    application, new Proposal(application, Outcome.valueOf(row.text("outcome")), row.text("reason")));
        });
        return changes;
    }
}
