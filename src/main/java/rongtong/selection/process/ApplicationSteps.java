package rongtong.selection.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rongtong.selection.application.ApplicationStatus;
import rongtong.selection.application.PilotApplications;
import rongtong.selection.application.Submissions;
import rongtong.selection.panel.Panels;
import rongtong.selection.ranking.Rankings;
import rongtong.selection.round.Rounds;
import rongtong.workflow.Drafts;
import rongtong.workflow.ProcessBean;
import rongtong.workflow.Timeline;
import rongtong.workflow.decision.OfficialDocuments;

/** What {@code pilot-application.bpmn}, {@code pilot-recommendation.bpmn} and {@code pilot-check.bpmn} call. */
@ProcessBean("applicationSteps")
public class ApplicationSteps {

    private final PilotApplications applications;
    private final Submissions submissions;
    private final Rounds rounds;
    private final CreditChecks credits;
    private final Panels panels;
    private final Rankings rankings;
    private final OfficialDocuments documents;
    private final Drafts drafts;
    private final Timeline timeline;

    ApplicationSteps(
            PilotApplications applications,
            Submissions submissions,
            Rounds rounds,
            CreditChecks credits,
            Panels panels,
            Rankings rankings,
            OfficialDocuments documents,
            Drafts drafts,
            Timeline timeline) {
        this.applications = applications;
        this.submissions = submissions;
        this.rounds = rounds;
        this.credits = credits;
        this.panels = panels;
        this.rankings = rankings;
        this.documents = documents;
        this.drafts = drafts;
        this.timeline = timeline;
    }

    /** When the window of a round closes, as it stands now. */
    public Date closing(String round) {
        return Date.from(rounds.get(UUID.fromString(round)).closesAt());
    }

    /** The window has closed before it was handed in (逾期未提交); what was typed is kept to be used again. */
    public void closeLapsed(String caseId) {
        var id = UUID.fromString(caseId);
        keepText(id);
        applications.end(id, ApplicationStatus.LAPSED, ApplicationStatus.WRITING);
        timeline.note(id, "application-lapsed", null, null);
    }

    /** Codes of the organs that recommend, in their order. */
    public List<String> route(String caseId) {
        return submissions.route(UUID.fromString(caseId));
    }

    /** Half of the time has passed. */
    public void remindRecommender(String caseId, String unit) {
        timeline.note(UUID.fromString(caseId), "reminded", unit, null);
    }

    /** The organ does not recommend: the applicant is told why, in writing (default D5). */
    public void issueRefusal(String caseId, String unit, String applicant) {
        applications.end(UUID.fromString(caseId), ApplicationStatus.NOT_RECOMMENDED, ApplicationStatus.SUBMITTED);
        issue(caseId, "recommendation-refusal", unit, applicant);
    }

    /** The papers were not accepted (不予受理). */
    public void closeNotAccepted(String caseId) {
        applications.end(UUID.fromString(caseId), ApplicationStatus.NOT_ACCEPTED, ApplicationStatus.SUBMITTED);
    }

    /**
     * Looks up the credit of the applicant and of its partners (R-JL-39).
     *
     * @return {@code GOOD} or {@code DOUBTFUL}
     */
    public String checkCredit(String caseId) {
        return credits.isGood(UUID.fromString(caseId)) ? "GOOD" : "DOUBTFUL";
    }

    /** The credit does not suffice: the applicant is told why, in writing (default D5). */
    public void issueCreditRefusal(String caseId, String organ, String applicant) {
        applications.end(UUID.fromString(caseId), ApplicationStatus.CREDIT_REFUSED, ApplicationStatus.SUBMITTED);
        issue(caseId, "credit-refusal", organ, applicant);
    }

    /** Whether it has passed the checks. */
    public boolean mayEnter(String caseId) {
        return applications.get(UUID.fromString(caseId)).status() == ApplicationStatus.SUBMITTED;
    }

    /** It goes to the experts. */
    public void enterReview(String caseId) {
        applications.enter(UUID.fromString(caseId));
    }

    public boolean isSelected(String caseId) {
        return applications.get(UUID.fromString(caseId)).status() == ApplicationStatus.SELECTED;
    }

    /** What the documents of this application are about, in Chinese. */
    public String subject(String caseId) {
        var application = applications.get(UUID.fromString(caseId));
        return rounds.get(application.round()).title() + "“" + application.title() + "”";
    }

    /** It was not selected, or is a reserve: the applicant is told why and how to object. */
    public void issueSelectionNotice(String caseId, String organ, String applicant) {
        issue(caseId, "selection-notice", organ, applicant);
    }

    /** The applicant takes it back; nobody judges or ranks it any more, and what was typed is kept to be used again. */
    public void closeWithdrawn(String caseId) {
        var id = UUID.fromString(caseId);
        panels.drop(id);
        keepText(id);
        applications.end(
                id,
                ApplicationStatus.WITHDRAWN,
                ApplicationStatus.WRITING,
                ApplicationStatus.SUBMITTED,
                ApplicationStatus.ENTERED);
        rankings.leave(applications.get(id).round());
    }

    /** The round was cancelled with all its applications. */
    public void closeCancelled(String caseId) {
        var id = UUID.fromString(caseId);
        keepText(id);
        applications.end(
                id,
                ApplicationStatus.CANCELLED,
                ApplicationStatus.WRITING,
                ApplicationStatus.SUBMITTED,
                ApplicationStatus.ENTERED,
                ApplicationStatus.SELECTED,
                ApplicationStatus.RESERVE,
                ApplicationStatus.NOT_SELECTED);
        timeline.note(id, "round-cancelled", null, null);
    }

    private void keepText(UUID caseId) {
        drafts.kept(caseId, "writeApplication").ifPresent(typed -> {
            typed.remove("__opinion");
            submissions.keepText(caseId, typed);
        });
    }

    private void issue(String caseId, String kind, String organ, String applicant) {
        documents.issueLast(UUID.fromString(caseId), kind, organ, applicant, Map.of(), issued -> {});
    }
}
