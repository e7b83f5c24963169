package rongtong.selection.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.CurrentUser;
import rongtong.policy.Settings;
import rongtong.shared.Message;
import rongtong.shared.Printable;
import rongtong.shared.RuleViolation;
import rongtong.workflow.CaseMessages;
import rongtong.workflow.Timeline;

/** When recognitions are checked, and the third-party evaluations that are ordered between (R-LN-20). */
@Service
@Transactional
public class Checks {

    /** Message for the evaluation of a recognition that waits for its next check. */
    static final String ORDERED = "evaluationOrdered";

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final Recognitions recognitions;
    private final Evaluations evaluations;
    private final RecognitionAccess access;
    private final CaseMessages messages;
    private final Timeline timeline;
    private final CurrentUser user;
    private final Settings settings;
    private final Clock clock;

    Checks(
            JdbcClient jdbc,
            Recognitions recognitions,
            Evaluations evaluations,
            RecognitionAccess access,
            CaseMessages messages,
            Timeline timeline,
            CurrentUser user,
            Settings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.recognitions = recognitions;
        this.evaluations = evaluations;
        this.access = access;
        this.messages = messages;
        this.timeline = timeline;
        this.user = user;
        this.settings = settings;
        this.clock = clock;
    }

    /** The check that is due next. */
    @Transactional(readOnly = true)
    public CheckPlan next(UUID recognition) {
        var entry = recognitions.get(recognition);
        return CheckPlan.next(
                entry.register(),
                entry.validFrom(),
                entry.validTo(),
                evaluations.of(recognition),
                settings.number("pilot.final-check-days"));
    }

    /**
     * Opens the check that is due: a third party's evaluation where one was ordered, else what the plan says.
     *
     * @return its kind
     */
    public EvaluationKind open(UUID recognition) {
        var ordered = jdbc.sql("""
                        update selection.evaluation_order set taken_up_at = :now
                        where recognition = :recognition and taken_up_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("recognition", recognition)
                .update();
        return ordered > 0 ? EvaluationKind.THIRD_PARTY : next(recognition).kind();
    }

    /** Whether withdrawing now would be the rule: one more failed check reaches the limit of the settings (default P20). */
    @Transactional(readOnly = true)
    public boolean wouldFailTooOften(UUID recognition, EvaluationKind kind) {
        return CheckPlan.failed(evaluations.of(recognition), kind) + 1 >= settings.number("pilot.failed-checks");
    }

    /**
     * Orders the evaluation of a recognition by a third party, as the State schedules it (R-LN-20) or the department
     * wants it, between the planned checks.
     *
     * @param reason for the timeline, 1 to 500 characters
     * @throws AccessDeniedException unless the person handles the matters of the department that convened the selection
     * @throws RuleViolation while a check is under way, or where the recognition has ended
     */
    public void order(UUID recognition, String reason) {
        var entry = recognitions.get(recognition);
        Printable.require("reason", reason);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new RuleViolation(Message.of("selection.register.order-reason", LONGEST_REASON));
        }
        if (!user.organization().equals(entry.organ())) {
            throw new AccessDeniedException("evaluation of " + entry.number());
        }
        var application = entry.application();
        if (application == null || !access.evaluates(entry)) {
            throw new RuleViolation(Message.of("selection.register.no-order", entry.number()));
        }
        jdbc.sql("insert into selection.evaluation_order (recognition, reason, actor, at) values (?, ?, ?, ?)")
                .params(recognition, reason.strip(), user.username(), Timestamp.from(clock.instant()))
                .update();
        if (!messages.tell(application, ORDERED)) {
            throw new RuleViolation(Message.of("selection.register.check-under-way", entry.number()));
        }
        timeline.note(application, "evaluation-ordered", entry.organization(), reason);
    }
}
