package rongtong.selection.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.form.Form;
import rongtong.organization.OrganizationKind;
import rongtong.organization.Organizations;
import rongtong.selection.application.ApplicationStatus;
import rongtong.selection.application.CanonicalJson;
import rongtong.selection.application.Openings;
import rongtong.selection.application.Openings.Opening;
import rongtong.selection.application.Partner;
import rongtong.selection.application.PilotApplications;
import rongtong.selection.application.Submissions;
import rongtong.selection.application.Submissions.Submission;
import rongtong.selection.programme.Requirements;
import rongtong.shared.Message;
import rongtong.shared.TooLate;
import rongtong.workflow.Answers;
import rongtong.workflow.Arrival;
import rongtong.workflow.AskedForm;
import rongtong.workflow.CaseForms;
import rongtong.workflow.Cases;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;
import rongtong.workflow.decision.OfficialDocuments;

/**
 * The applicant writes in the form of the track and hands in. Whether that is in time is decided by when the server received
 * it, whatever the work took afterwards; the receipt is issued in the same transaction, at its end: of the many who hand in
 * during the last minute none waits for another's work.
 */
@Component
class WriteApplication implements Step {

    private static final String PARTNERS = Requirements.PARTNERS;

    private final PilotApplications applications;
    private final Submissions submissions;
    private final Openings openings;
    private final Requirements requirements;
    private final Organizations organizations;
    private final CaseForms forms;
    private final Cases cases;
    private final OfficialDocuments documents;
    private final Arrival arrival;

    WriteApplication(
            PilotApplications applications,
            Submissions submissions,
            Openings openings,
            Requirements requirements,
            Organizations organizations,
            CaseForms forms,
            Cases cases,
            OfficialDocuments documents,
            Arrival arrival) {
        this.applications = applications;
        this.submissions = submissions;
        this.openings = openings;
        this.requirements = requirements;
        this.organizations = organizations;
        this.forms = forms;
        this.cases = cases;
        this.documents = documents;
        this.arrival = arrival;
    }

    @Override
    public String id() {
        return "pilot-application/writeApplication";
    }

    @Override
    public AskedForm form(StepContext context, AskedForm drawn) {
        var opening = openings.get(applications.get(context.caseId()));
        return forms.inPlaceOf(drawn, context.caseId(), opening.track().form());
    }

    /** The title that was begun with; and, where that was asked for, what was written last in the same form. */
    @Override
    public Map<String, Object> values(StepContext context) {
        var application = applications.get(context.caseId());
        var values = new LinkedHashMap<String, Object>();
        if (application.status() == ApplicationStatus.WRITING
                && Boolean.TRUE.equals(context.variables().get("reuse"))) {
            var form = openings.get(application).track().form();
            applications
                    .lastText(application.caseId(), application.applicant(), form)
                    .ifPresent(last -> last.forEach((key, value) -> {
                        if (value != null) {
                            values.put(key, value);
                        }
                    }));
            values.keySet().removeAll(notAgain(forms.of(application.caseId(), form)));
        }
        values.put("title", application.title());
        return values;
    }

    /** Files belong to the case in which they were handed in, and a declaration is made anew each time. */
    private static List<String> notAgain(Form form) {
        return form.fields().stream()
                .filter(field ->
                        field.type().equals("filepicker") || field.type().equals("checkbox"))
                .flatMap(field -> field.key().stream())
                .toList();
    }

    /** Before anything else is looked at: too late is too late, however well it is filled in. */
    @Override
    public void checkSent(StepContext context, Map<String, @Nullable Object> sent, Findings findings) {
        var application = applications.get(context.caseId());
        var round = openings.get(application).round();
        var received = arrival.at();
        if (!round.receives(received) || application.status() != ApplicationStatus.WRITING) {
            throw new TooLate(Message.of(
                    "selection.application.too-late",
                    ReceiptWords.neutral(round.closesAt()),
                    ReceiptWords.neutral(received)));
        }
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var application = applications.get(context.caseId());
        checkPartners(application.applicant(), answers, findings);
        requirements
                .missing(openings.get(application).track(), application.applicant(), answers)
                .ifPresent(missing -> findings.error(PARTNERS, missing));
    }

    private static void checkPartners(String applicant, Answers answers, Findings findings) {
        var rows = answers.rows(PARTNERS);
        var seen = new HashSet<String>();
        for (int position = 0; position < rows.size(); position++) {
            var row = rows.get(position);
            var code = row.text("organization");
            var field = "%s[%d].%s".formatted(PARTNERS, position, code.isEmpty() ? "name" : "organization");
            var named = code.isEmpty() ? row.text("name") : code;
            if (named.isEmpty()) {
                findings.error(field, Message.of("selection.application.partner-unnamed"));
            } else if (code.equals(applicant)) {
                findings.error(field, Message.of("selection.application.partner-self"));
            } else if (!seen.add(named)) {
                findings.error(field, Message.of("selection.application.partner-twice"));
            }
        }
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var application = applications.get(context.caseId());
        var opening = openings.get(application);
        var received = arrival.at();
        var sha256 = CanonicalJson.sha256(answers.values());
        var title = answers.text("title");
        cases.retitle(context.caseId(), title);
        submissions.submit(
                new Submission(
                        context.caseId(),
                        answers.values(),
                        title,
                        partners(answers),
                        sha256,
                        received,
                        context.actor()),
                opening.track());
        cases.concern(context.caseId(), departments(opening));
        documents.issueLast(
                context.caseId(),
                "application-receipt",
                opening.round().organ(),
                application.applicant(),
                Map.of(
                        "projectTitle", title,
                        "roundTitle", opening.round().title(),
                        "trackName", opening.track().name(),
                        "receivedAt", ReceiptWords.moment(received),
                        "textHash", sha256),
                receipt -> submissions.receipt(context.caseId(), receipt.number()));
    }

    /** The lead and participating departments read it from now on. */
    private List<String> departments(Opening opening) {
        var programme = opening.programme();
        return Stream.concat(programme.leads().stream(), programme.participants().stream())
                .flatMap(function ->
                        organizations.findResponsible(opening.round().province(), function).stream())
                .distinct()
                .toList();
    }

    @Override
    public void checkCorrection(StepContext context, Answers answers, Findings findings) {
        check(context, answers, findings);
    }

    @Override
    public void recordCorrection(StepContext context, Answers answers) {
        var title = answers.text("title");
        cases.retitle(context.caseId(), title);
        submissions.correct(context.caseId(), answers.values(), title, partners(answers), context.actor());
    }

    private List<Partner> partners(Answers answers) {
        var partners = new ArrayList<Partner>();
        for (var row : answers.rows(PARTNERS)) {
            var code = row.text("organization");
            if (code.isEmpty()) {
                var said = row.text("kind");
                var kind = said.isEmpty() ? OrganizationKind.ENTERPRISE.name() : said;
                partners.add(new Partner(null, row.text("name"), kind, null));
            } else {
                var kind = organizations
                        .find(code)
                        .map(found -> found.kind().name())
                        .orElse(OrganizationKind.ENTERPRISE.name());
                partners.add(new Partner(code, organizations.name(code), kind, null));
            }
        }
        return partners;
    }
}
