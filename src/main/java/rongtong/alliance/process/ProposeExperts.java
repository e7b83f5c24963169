package rongtong.alliance.process;

import java.util.List;
import org.springframework.stereotype.Component;
import rongtong.alliance.council.CommitteeRules;
import rongtong.alliance.council.Councils;
import rongtong.alliance.council.Expert;
import rongtong.policy.Settings;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The chair unit proposes the members of expert committees. */
@Component
class ProposeExperts implements Step {

    private final Councils councils;
    private final Settings settings;

    ProposeExperts(Councils councils, Settings settings) {
        this.councils = councils;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "council/proposeExperts";
    }

    /** One person sits once in a committee; the size of a committee is soft (default D8). */
    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var experts = experts(answers);
        if (experts.isEmpty()) {
            findings.error("experts", Message.of("alliance.no-expert"));
            return;
        }
        CommitteeRules.repeated(experts)
                .ifPresent(place -> findings.error(
                        "experts[%d].name".formatted(place),
                        Message.of("alliance.expert-twice", experts.get(place).name())));
        CommitteeRules.unusual(experts, settings.number("expert-committee.min-size"))
                .forEach(findings::warning);
    }

    @Override
    public void record(StepContext context, Answers answers) {
        councils.propose(context.caseId(), experts(answers));
    }

    private static List<Expert> experts(Answers answers) {
        return answers.rows("experts").stream()
                .map(row -> new Expert(
                        Expert.Committee.valueOf(row.text("committee")),
                        row.text("name"),
                        row.text("organization"),
                        row.text("title"),
                        Expert.Domain.valueOf(row.text("domain")),
                        row.text("standing"),
                        null,
                        null))
                .toList();
    }
}
