package rongtong.alliance.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.alliance.Foundings;
import rongtong.alliance.charter.Charter;
import rongtong.alliance.charter.CharterSection;
import rongtong.alliance.charter.CharterText;
import rongtong.alliance.charter.CharterWording;
import rongtong.alliance.charter.Charters;
import rongtong.alliance.council.Councils;
import rongtong.alliance.paper.Chinese;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;
import rongtong.workflow.countersign.Countersigns;
import rongtong.workflow.vote.Choice;
import rongtong.workflow.vote.Votes;

/** The secretariat writes the charter section by section. */
@Component
class DraftCharter implements Step {

    private final Charters charters;
    private final CharterWording wording;
    private final Councils councils;
    private final Foundings foundings;
    private final Countersigns countersigns;
    private final Votes votes;
    private final Chinese chinese;
    private final MemberRows rows;

    DraftCharter(
            Charters charters,
            CharterWording wording,
            Councils councils,
            Foundings foundings,
            Countersigns countersigns,
            Votes votes,
            Chinese chinese,
            MemberRows rows) {
        this.charters = charters;
        this.wording = wording;
        this.councils = councils;
        this.foundings = foundings;
        this.countersigns = countersigns;
        this.votes = votes;
        this.chinese = chinese;
        this.rows = rows;
    }

    @Override
    public String id() {
        return "charter/draftCharter";
    }

    /** Begins with the newest version, or with the proposed wording; shows what was said before. */
    @Override
    public Map<String, Object> values(StepContext context) {
        var text = charters.newest(context.caseId()).map(Charter::text).orElseGet(() -> proposed(context.caseId()));
        var values = sections(text);
        values.put("historyRows", history(context.caseId()));
        return values;
    }

    private CharterText proposed(UUID caseId) {
        return wording.charter(names(caseId));
    }

    /** What fills the gaps of the proposed wording. */
    Map<String, String> names(UUID caseId) {
        var secretariat = councils.secretariat(caseId).orElseThrow();
        var ordinary = votes.rule("council.majority-ordinary");
        var ofCharter = votes.rule("council.majority-charter");
        return Map.of(
                "alliance",
                foundings.get(caseId).title(),
                "chair",
                rows.name(councils.chair(caseId)),
                "host",
                rows.name(secretariat.host()),
                "platform",
                secretariat.platform(),
                "quorum",
                CharterWording.share(ordinary.quorum()),
                "quorum-base",
                chinese.say("workflow.quorum-base." + ordinary.quorumBase()),
                "majority",
                CharterWording.share(ordinary.majority()),
                "majority-base",
                chinese.say("workflow.majority-base." + ordinary.majorityBase()),
                "charter-majority",
                CharterWording.share(ofCharter.majority()));
    }

    static Map<String, Object> sections(CharterText text) {
        var values = new LinkedHashMap<String, Object>();
        for (var section : CharterSection.values()) {
            values.put(section.field(), text.of(section));
        }
        return values;
    }

    private List<Map<String, String>> history(UUID caseId) {
        var history = new ArrayList<Map<String, String>>();
        countersigns.opinions(caseId, CharterSteps.SUBJECT).stream()
                .filter(opinion -> !opinion.comment().isBlank())
                .forEach(opinion ->
                        history.add(row("alliance.history.comment", rows.name(opinion.unit()), opinion.comment())));
        for (var vote : votes.of(caseId)) {
            if (!vote.subject().equals(CharterSteps.SUBJECT)) {
                continue;
            }
            history.add(row("alliance.history.vote", "", rows.word(vote.tally().arithmetic())));
            vote.ballots().stream()
                    .filter(ballot -> ballot.choice() instanceof Choice
                            && !ballot.remark().isBlank())
                    .forEach(ballot ->
                            history.add(row("alliance.history.remark", rows.name(ballot.unit()), ballot.remark())));
        }
        return history;
    }

    private Map<String, String> row(String kind, String unit, String text) {
        return Map.of("kind", rows.word(kind), "unit", unit, "text", text);
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
        charters.write(context.caseId(), CharterText.of(answers::text), "");
    }
}
