package rongtong.alliance.process;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.alliance.charter.Charter;
import rongtong.alliance.charter.CharterText;
import rongtong.alliance.charter.Charters;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;
import rongtong.workflow.countersign.Countersigns;

/** The secretariat deals with the comments and brings the charter into the form that is voted on. */
@Component
class FinaliseCharter implements Step {

    private final Charters charters;
    private final Countersigns countersigns;
    private final MemberRows rows;

    FinaliseCharter(Charters charters, Countersigns countersigns, MemberRows rows) {
        this.charters = charters;
        this.countersigns = countersigns;
        this.rows = rows;
    }

    @Override
    public String id() {
        return "charter/finaliseCharter";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var newest = charters.newest(context.caseId()).orElseThrow();
        var values = DraftCharter.sections(newest.text());
        values.put(
                "commentRows",
                countersigns.opinions(context.caseId(), CharterSteps.SUBJECT).stream()
                        .map(opinion -> Map.of(
                                "unit",
                                rows.name(opinion.unit()),
                                "stance",
                                opinion.stance() == null ? "" : rows.word("workflow.stance." + opinion.stance()),
                                "comment",
                                opinion.comment()))
                        .toList());
        values.put("commentsHandling", handling(context.caseId(), newest));
        values.put("filingReturnReason", newest.status() == Charter.Status.RETURNED ? newest.remark() : "");
        return values;
    }

    /** One line for each comment, to be completed; "none" where there was none. */
    private String handling(UUID caseId, Charter newest) {
        if (!newest.commentsHandling().isBlank()) {
            return newest.commentsHandling();
        }
        var lines = new StringBuilder();
        for (var opinion : countersigns.opinions(caseId, CharterSteps.SUBJECT)) {
            if (!opinion.comment().isBlank() && lines.length() < 3000) {
                lines.append(rows.word("alliance.handling-line", rows.name(opinion.unit())))
                        .append('\n');
            }
        }
        return lines.isEmpty()
                ? rows.word("alliance.handling-none")
                : lines.toString().strip();
    }

    /** R-LNA-37 to -40: no section may be missing. */
    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        CharterText.of(answers::text)
                .missing()
                .forEach(section ->
                        findings.error(section.field(), Message.of("alliance.section-missing", section.label())));
    }

    @Override
    public void record(StepContext context, Answers answers) {
        charters.write(context.caseId(), CharterText.of(answers::text), answers.text("commentsHandling"));
    }
}
