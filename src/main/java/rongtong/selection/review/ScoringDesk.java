package rongtong.selection.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.form.Form;
import rongtong.organization.Organizations;
import rongtong.selection.application.PilotApplications;
import rongtong.selection.panel.Assigned;
import rongtong.selection.panel.PanelOversight;
import rongtong.selection.panel.ReviewAccess;
import rongtong.selection.panel.Sheet;
import rongtong.selection.panel.Sheets;
import rongtong.selection.programme.Criterion;
import rongtong.selection.programme.ProgrammeForms;
import rongtong.selection.programme.Programmes;
import rongtong.selection.round.Rounds;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.workflow.Receipt;
import rongtong.workflow.TaskActions;
import rongtong.workflow.TaskInbox;
import rongtong.workflow.TaskQuery;
import rongtong.workflow.TaskRow;

/**
 * What an expert does on the scoring page, with nothing but the applications assigned to that person: everything else is not
 * there. Recusals and submissions are transactions of their own, repeated where they meet others.
 */
@Service
public class ScoringDesk {

    private static final String SERVICE = "panel-review";
    private static final String SCORING = "scoreApplications";
    private static final String PROMISE = "declareConflicts";
    private static final int MOST_TASKS = 200;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Sheets sheets;
    private final PanelOversight panels;
    private final ReviewAccess access;
    private final PilotApplications applications;
    private final Rounds rounds;
    private final Programmes programmes;
    private final ProgrammeForms forms;
    private final Organizations organizations;
    private final TaskInbox inbox;
    private final TaskActions actions;

    ScoringDesk(
            Sheets sheets,
            PanelOversight panels,
            ReviewAccess access,
            PilotApplications applications,
            Rounds rounds,
            Programmes programmes,
            ProgrammeForms forms,
            Organizations organizations,
            TaskInbox inbox,
            TaskActions actions) {
        this.sheets = sheets;
        this.panels = panels;
        this.access = access;
        this.applications = applications;
        this.rounds = rounds;
        this.programmes = programmes;
        this.forms = forms;
        this.organizations = organizations;
        this.inbox = inbox;
        this.actions = actions;
    }

    /** All that the person has to judge or has judged, what is due first before the others. */
    @Transactional(readOnly = true)
    public List<Assigned> mine() {
        return sheets.mine();
    }

    /** Of one review, in the order of the page. */
    @Transactional(readOnly = true)
    public List<Assigned> mine(UUID review) {
        return sheets.mine().stream()
                .filter(assigned -> assigned.review().equals(review))
                .toList();
    }

    /** Name of the selection and of the track of an assigned application. */
    @Transactional(readOnly = true)
    public ReviewedApplication heading(Assigned assigned) {
        return reviewed(assigned, false);
    }

    /** @throws NotFound if the application is not on the person's desk */
    @Transactional(readOnly = true)
    public ReviewedApplication open(UUID application) {
        var assigned = sheets.mine(application).orElseThrow(() -> new NotFound("review", application));
        return reviewed(assigned, access.mayReview(application));
    }

    private ReviewedApplication reviewed(Assigned assigned, boolean readable) {
        var round = rounds.get(assigned.round());
        var track = programmes
                .get(round.programme(), round.version())
                .track(assigned.track())
                .orElseThrow(() -> new NotFound("track", assigned.track()));
        var form = readable ? forms.json(track.form()) : "";
        var answers = readable ? applications.get(assigned.application()).answers() : Map.<String, Object>of();
        return new ReviewedApplication(
                assigned,
                round.title(),
                track,
                organizations.name(assigned.applicant()),
                form,
                answers,
                readable ? files(form, answers) : List.of());
    }

    private static List<String> files(String form, Map<String, Object> answers) {
        return Form.parse(form).fields().stream()
                .filter(field -> field.type().equals("filepicker"))
                .flatMap(field -> field.key().stream())
                .flatMap(key -> answers.get(key) instanceof List<?> ids ? ids.stream() : List.of().stream())
                .map(String::valueOf)
                .toList();
    }

    /**
     * Keeps a draft.
     *
     * @param scores by key of the criterion; may lack some
     * @return when it was kept
     * @throws NotFound if the application is not on the person's desk
     * @throws RuleViolation with the fields, if points are out of bounds
     * @throws rongtong.shared.SomebodyWasFirst if the sheet is submitted
     */
    public Instant save(UUID application, Map<String, BigDecimal> scores, String comment) {
        return sheets.save(application, scores, comment);
    }

    /** The person recuses (回避); somebody else takes the seat. @param reason 2 to 500 characters */
    public void recuse(UUID application, String reason) {
        panels.recuse(application, reason);
    }

    /** Criteria without points, in their order; none where the sheet is complete. */
    public static List<Criterion> missing(List<Criterion> criteria, Map<String, BigDecimal> scores) {
        return criteria.stream()
                .filter(criterion -> !scores.containsKey(criterion.key()))
                .toList();
    }

    /** Weighted total out of 100 of the points so far, to two decimals; what is missing counts as nothing. */
    public static BigDecimal total(List<Criterion> criteria, Map<String, BigDecimal> scores) {
        return criteria.stream()
                .map(criterion -> scores.getOrDefault(criterion.key(), BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(criterion.weight()))
                        .divide(BigDecimal.valueOf(criterion.max()), 10, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .min(HUNDRED)
                .setScale(2, RoundingMode.HALF_UP);
    }

    /** The task in which the person promises confidentiality and impartiality; nothing once that is done. */
    @Transactional(readOnly = true)
    public Optional<String> promiseTask(UUID review) {
        return task(review, PROMISE);
    }

    /**
     * Hands in all sheets of a review together; they stay as they are then.
     *
     * @throws RuleViolation if points are missing
     * @throws NotFound if the person has no such review to hand in
     */
    public Receipt submit(UUID review) {
        for (var assigned : mine(review)) {
            var sheet = assigned.sheet();
            var scores = sheet == null ? Map.<String, BigDecimal>of() : sheet.scores();
            if (!missing(sheets.criteria(assigned), scores).isEmpty()) {
                throw new RuleViolation(Message.of("selection.scoring.incomplete", assigned.title()));
            }
        }
        var task = task(review, SCORING).orElseThrow(() -> new NotFound("review", review));
        return actions.complete(task, inbox.open(task).values(), "", List.of());
    }

    private Optional<String> task(UUID review, String step) {
        return inbox
                .find(new TaskQuery(TaskQuery.View.TODO, SERVICE, null, false, TaskQuery.Sort.NEWEST, 0, MOST_TASKS))
                .items()
                .stream()
                .filter(task -> task.caseId().equals(review) && task.step().equals(step))
                .map(TaskRow::id)
                .findFirst();
    }

    /** Points of a sheet; none where nothing was written. */
    public static Map<String, BigDecimal> scores(Assigned assigned) {
        Sheet sheet = assigned.sheet();
        return sheet == null ? Map.of() : sheet.scores();
    }
}
