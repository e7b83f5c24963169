package rongtong.selection.process;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rongtong.selection.application.ApplicationStatus;
import rongtong.selection.application.Openings;
import rongtong.selection.application.Openings.Opening;
import rongtong.selection.application.PilotApplications;
import rongtong.selection.application.Submissions;
import rongtong.selection.programme.Eligibility;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Arrival;
import rongtong.workflow.CaseDirectory;
import rongtong.workflow.Findings;
import rongtong.workflow.Preselection;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The start: an organisation chooses a track of a round that receives applications now. */
@Component
class BeginApplication implements Step {

    private static final Set<ApplicationStatus> DECIDED =
            EnumSet.of(ApplicationStatus.SELECTED, ApplicationStatus.RESERVE, ApplicationStatus.NOT_SELECTED);

    private final Openings openings;
    private final Eligibility eligibility;
    private final PilotApplications applications;
    private final Submissions submissions;
    private final CaseDirectory directory;
    private final Arrival arrival;

    BeginApplication(
            Openings openings,
            Eligibility eligibility,
            PilotApplications applications,
            Submissions submissions,
            CaseDirectory directory,
            Arrival arrival) {
        this.openings = openings;
        this.eligibility = eligibility;
        this.applications = applications;
        this.submissions = submissions;
        this.directory = directory;
        this.arrival = arrival;
    }

    @Override
    public String id() {
        return "pilot-application/start";
    }

    @Override
    public Optional<Message> refusal(String organization) {
        return openings.refusal(organization);
    }

    /** A programme, and the track where it is known: {@code programme=jl-223&track=school}. */
    @Override
    public Preselection preselect(String organization, Map<String, String> named) {
        var programme = named.get("programme");
        if (programme == null) {
            return Preselection.NONE;
        }
        var offered = openings.of(organization, programme, named.get("track"));
        if (offered.isEmpty()) {
            return Preselection.because(openings.refusal(organization, programme, named.get("track")));
        }
        var free = offered.stream()
                .filter(opening -> !isTaken(opening, organization))
                .toList();
        if (free.isEmpty()) {
            return Preselection.because(Message.of("selection.application.once"));
        }
        if (free.size() > 1) {
            return Preselection.because(Message.of(
                    "selection.application.choose-track",
                    free.getFirst().programme().name(LocaleContextHolder.getLocale()),
                    free.size()));
        }
        return Preselection.of("opening", free.getFirst().code());
    }

    private boolean isTaken(Opening opening, String applicant) {
        return applications.exists(opening.round().caseId(), opening.track().key(), applicant);
    }

    /** The joint decision ends the right to withdraw. */
    @Override
    public Optional<Message> withdrawalRefusal(UUID caseId) {
        return applications
                .find(caseId)
                .filter(application -> DECIDED.contains(application.status()))
                .map(application -> Message.of("selection.application.decided"));
    }

    /** Says the condition that is not met: the form alone would say that the choice is not offered. */
    @Override
    public void checkSent(StepContext context, Map<String, @Nullable Object> sent, Findings findings) {
        if (sent.get("opening") instanceof String code) {
            openings.find(code)
                    .flatMap(opening ->
                            eligibility.check(opening.programme(), opening.track(), context.text("initiator")))
                    .ifPresent(reason -> findings.error("opening", reason));
        }
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var found = openings.find(answers.text("opening"));
        if (found.isEmpty()) {
            findings.error("opening", Message.of("selection.application.no-such-opening"));
            return;
        }
        var opening = found.get();
        if (!opening.round().receives(arrival.at())) {
            findings.error("opening", Message.of("selection.application.not-open"));
            return;
        }
        var applicant = context.text("initiator");
        if (isTaken(opening, applicant)) {
            findings.error("opening", Message.of("selection.application.once"));
        }
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var opening = openings.find(answers.text("opening")).orElseThrow();
        var round = opening.round();
        var applicant = context.text("initiator");
        submissions.begin(
                context.caseId(),
                directory.facts(context.caseId()).number(),
                round.caseId(),
                opening.track().key(),
                applicant,
                answers.text("title"));
        context.set("applicant", applicant);
        context.set("round", round.caseId().toString());
        context.set("organ", round.organ());
        context.set("clause", opening.programme().basis());
        context.set("reuse", answers.flag("reuse"));
        context.set("recommendation", "RECOMMEND");
    }
}
