package rongtong.selection.process;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.Retirements;
import rongtong.selection.round.ConvenedProgrammes;
import rongtong.selection.round.Round;
import rongtong.selection.round.RoundStatus;
import rongtong.selection.round.Rounds;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Preselection;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The department that convenes a programme prepares a round of it; the programme stays in its present version. */
@Component
class PrepareRound implements Step {

    private final Rounds rounds;
    private final ConvenedProgrammes programmes;
    private final Retirements retirements;
    private final CallDates dates;
    private final CurrentUser user;

    PrepareRound(
            Rounds rounds, ConvenedProgrammes programmes, Retirements retirements, CallDates dates, CurrentUser user) {
        this.rounds = rounds;
        this.programmes = programmes;
        this.retirements = retirements;
        this.dates = dates;
        this.user = user;
    }

    @Override
    public String id() {
        return "pilot-selection/start";
    }

    @Override
    public Optional<Message> refusal(String organization) {
        return programmes.inUse(organization).isEmpty()
                ? Optional.of(Message.of("selection.round.nothing-convened"))
                : Optional.empty();
    }

    @Override
    public Preselection preselect(String organization, Map<String, String> named) {
        var key = named.get("programme");
        if (key == null) {
            return Preselection.NONE;
        }
        if (programme(key, organization).isEmpty()) {
            return Preselection.because(Message.of("selection.round.not-convened"));
        }
        return retirements.refusal(key).map(Preselection::because).orElseGet(() -> Preselection.of("programme", key));
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var key = answers.text("programme");
        if (programme(key, context.organization()).isEmpty()) {
            findings.error("programme", Message.of("selection.round.not-convened"));
        }
        retirements.refusal(key).ifPresent(why -> findings.error("programme", why));
        dates.check(answers, findings);
    }

    @Override
    public void record(StepContext context, Answers answers) {
        retirements.requireInUse(answers.text("programme"));
        var programme =
                programme(answers.text("programme"), user.organization()).orElseThrow();
        rounds.prepare(
                new Round(
                        context.caseId(),
                        programme.key(),
                        programme.version(),
                        answers.text("title"),
                        programme.province(),
                        context.organization(),
                        RoundStatus.PREPARED,
                        RoundWords.instant(answers.text("windowOpens")),
                        RoundWords.instant(answers.text("windowCloses")),
                        null),
                answers.text("callNote"));
        context.set("convener", context.organization());
        context.set("clause", programme.basis());
    }

    private Optional<Programme> programme(String key, String organization) {
        return programmes.of(organization).stream()
                .filter(programme -> programme.key().equals(key))
                .findFirst();
    }
}
