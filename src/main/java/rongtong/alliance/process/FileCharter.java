package rongtong.alliance.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.alliance.charter.CharterSection;
import rongtong.alliance.charter.Charters;
import rongtong.alliance.charter.FilingNumbers;
import rongtong.alliance.paper.Papers;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;
import rongtong.workflow.vote.Votes;

/** The education department files the charter or returns it for correction. */
@Component
class FileCharter implements Step {

    private final Charters charters;
    private final FilingNumbers numbers;
    private final Votes votes;
    private final Papers papers;
    private final MemberRows rows;

    FileCharter(Charters charters, FilingNumbers numbers, Votes votes, Papers papers, MemberRows rows) {
        this.charters = charters;
        this.numbers = numbers;
        this.votes = votes;
        this.papers = papers;
        this.rows = rows;
    }

    @Override
    public String id() {
        return "charter/fileCharter";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return Map.of("filingRows", filed(context.caseId()));
    }

    private List<Map<String, String>> filed(UUID caseId) {
        var charter = charters.inForce(caseId).orElseThrow();
        var filed = new ArrayList<Map<String, String>>();
        filed.add(row(
                rows.word("alliance.paper.charter"),
                rows.word("alliance.charter-version", charter.version(), String.valueOf(charter.adoptedOn()))));
        votes.newest(caseId, CharterSteps.SUBJECT)
                .ifPresent(vote -> filed.add(row(
                        rows.word("alliance.paper.vote"), rows.word(vote.tally().arithmetic()))));
        Arrays.stream(CharterSection.values())
                .forEach(section ->
                        filed.add(row(rows.word(section.label()), charter.text().of(section))));
        charters.rulebooks(caseId).stream()
                .filter(rulebook -> rulebook.charter().equals(charter.id()))
                .forEach(rulebook -> filed.add(row(rulebook.title(), rulebook.text())));
        return filed;
    }

    private static Map<String, String> row(String item, String text) {
        return Map.of("item", item, "text", text);
    }

    @Override
    public void record(StepContext context, Answers answers) {
        if (answers.text("filingDecision").equals("RETURN")) {
            charters.returnForCorrection(context.caseId(), answers.text("filingReturnReason"));
            return;
        }
        charters.file(
                context.caseId(),
                numbers.next(context.organization()),
                context.organization(),
                answers.text("filingNote"));
        papers.charter(context.caseId());
    }
}
