package rongtong.workflow.expert;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.calendar.WorkingDays;
import rongtong.identity.Accounts;
import rongtong.identity.Role;
import rongtong.policy.Settings;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The organ decides whether it needs experts or a visit, whom and for how long. */
@Component
class AskExperts implements Step {

    private static final String DAYS = "expertDays";

    private final ExpertOpinions opinions;
    private final WorkingDays workingDays;
    private final Settings settings;
    private final Accounts accounts;

    AskExperts(ExpertOpinions opinions, WorkingDays workingDays, Settings settings, Accounts accounts) {
        this.opinions = opinions;
        this.workingDays = workingDays;
        this.settings = settings;
        this.accounts = accounts;
    }

    @Override
    public String id() {
        return "expert-opinion/askExperts";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return Map.of(DAYS, settings.number("expert.deadline-days"));
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var days = answers.number(DAYS);
        int most = settings.number("expert.deadline-days");
        if (days != null && days.intValue() > most) {
            findings.error(DAYS, Message.of("clock.expert.too-long", most));
        }
        answers.texts("experts").stream()
                .filter(username -> !isExpert(username))
                .findFirst()
                .ifPresent(username -> findings.error("experts", Message.of("clock.expert.unknown", username)));
    }

    private boolean isExpert(String username) {
        try {
            return accounts.get(username).roles().contains(Role.EXPERT);
        } catch (NotFound nobody) {
            return false;
        }
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var way = answers.text("way");
        context.set("way", way);
        var days = answers.number(DAYS);
        if (way.equals("NONE") || days == null) {
            context.set("expertConclusion", "NONE");
            return;
        }
        var limit = workingDays
                .current((String) context.variables().get("jurisdiction"))
                .deadline(context.now(), days.intValue())
                .toInstant();
        opinions.open(
                context.caseId(),
                context.text("subject"),
                way,
                answers.text(way.equals("VISIT") ? "visitPlan" : "question"),
                limit,
                answers.texts("experts"));
    }
}
