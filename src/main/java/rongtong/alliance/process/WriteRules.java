package rongtong.alliance.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.alliance.charter.CharterWording;
import rongtong.alliance.charter.Charters;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The secretariat writes the rules that rest on the adopted charter. */
@Component
class WriteRules implements Step {

    private final Charters charters;
    private final CharterWording wording;
    private final DraftCharter draft;
    private final MemberRows rows;
    private final Clock clock;

    WriteRules(Charters charters, CharterWording wording, DraftCharter draft, MemberRows rows, Clock clock) {
        this.charters = charters;
        this.wording = wording;
        this.draft = draft;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "charter/writeRules";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var charter = charters.inForce(context.caseId()).orElseThrow();
        return Map.of(
                "charterVersion",
                rows.word("alliance.charter-version", charter.version(), String.valueOf(charter.adoptedOn())),
                "rulesDatedOn",
                LocalDate.now(clock).toString(),
                "rulebooks",
                rulebooks(context.caseId()).stream()
                        .map(rulebook -> Map.of("title", rulebook.title(), "text", rulebook.text()))
                        .toList());
    }

    /** Those written before, where the charter comes again; else the proposed ones. */
    private List<Charters.Titled> rulebooks(UUID caseId) {
        var before = charters.rulebooks(caseId);
        return before.isEmpty()
                ? wording.rulebooks(draft.names(caseId))
                : before.stream()
                        .map(rulebook -> new Charters.Titled(rulebook.title(), rulebook.text()))
                        .toList();
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        if (answers.rows("rulebooks").isEmpty()) {
            findings.error("rulebooks", Message.of("alliance.no-rulebook"));
        }
    }

    @Override
    public void record(StepContext context, Answers answers) {
        charters.writeRules(
                context.caseId(),
                answers.rows("rulebooks").stream()
                        .map(row -> new Charters.Titled(row.text("title"), row.text("text")))
                        .toList());
    }
}
