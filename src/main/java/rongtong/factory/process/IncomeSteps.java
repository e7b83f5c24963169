package rongtong.factory.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import rongtong.factory.income.Incomes;
import rongtong.factory.income.ValueStatements;
import rongtong.policy.Settings;
import rongtong.workflow.Deadlines;
import rongtong.workflow.ProcessBean;
import rongtong.workflow.Timeline;
import rongtong.workflow.decision.OfficialDocuments;

/** What {@code factory-income-filing.bpmn} and the diagrams around it call. */
@ProcessBean("incomeSteps")
public class IncomeSteps {

    private final Incomes incomes;
    private final ValueStatements statements;
    private final OfficialDocuments documents;
    private final Timeline timeline;
    private final Settings settings;
    private final Deadlines deadlines;
    private final Clock clock;

    IncomeSteps(
            Incomes incomes,
            ValueStatements statements,
            OfficialDocuments documents,
            Timeline timeline,
            Settings settings,
            Deadlines deadlines,
            Clock clock) {
        this.incomes = incomes;
        this.statements = statements;
        this.documents = documents;
        this.timeline = timeline;
        this.settings = settings;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** 备案回执, with the number of the filing. */
    public void issueReceipt(String caseId, String organ) {
        documents.issue(UUID.fromString(caseId), "filing-receipt", organ, "", Map.of());
    }

    /** 整改通知: what is wrong and until when it has to be put right. */
    public void issueRectification(String caseId, String organ) {
        documents.issue(UUID.fromString(caseId), "rectification-notice", organ, "", Map.of());
    }

    /** The school took its report back. @throws rongtong.shared.RuleViolation while an alarm of the case is open */
    public void closeWithdrawn(String caseId) {
        incomes.withdraw(UUID.fromString(caseId));
    }

    /**
     * A statement was taken back: another one may be begun for the year.
     *
     * @throws rongtong.shared.RuleViolation while an alarm of the case is open
     */
    public void closeStatement(String caseId) {
        statements.abandon(UUID.fromString(caseId));
    }

    /** The statement of a year is due by 31 March of the next (default D11); if that has passed, after the days of the settings. */
    public Date statementDue(int year) {
        var due = LocalDate.of(year + 1, 3, 31);
        return due.isBefore(LocalDate.now(clock)) ? deadlines.within("factory.statement-days") : at(due, 18);
    }

    /** Two weeks before it is due, on the next day at the earliest. */
    public Date statementReminder(int year) {
        var reminder = LocalDate.of(year + 1, 3, 17);
        var tomorrow = LocalDate.now(clock).plusDays(1);
        return at(reminder.isBefore(tomorrow) ? tomorrow : reminder, 9);
    }

    /**
     * When a statement that is still missing is marked: on the last day of the month of the settings, in the year in which
     * it was due (default D11), and never before it is due.
     */
    public Date statementOverdue(int year) {
        var end = YearMonth.of(year + 1, settings.number("factory.statement-overdue-month"))
                .atEndOfMonth();
        var afterDue = statementDue(year)
                .toInstant()
                .atZone(clock.getZone())
                .toLocalDate()
                .plusDays(1);
        return at(end.isBefore(afterDue) ? afterDue : end, 9);
    }

    /** Writes on the timeline that the statement is missing, to the school and to the finance department. */
    public void markOverdue(String caseId, String school, String financeOrgan) {
        timeline.note(UUID.fromString(caseId), "overdue", school, null);
        timeline.note(UUID.fromString(caseId), "overdue", financeOrgan, null);
    }

    /** Writes a reminder to the school on the timeline. */
    public void remindSchool(String caseId, String school) {
        timeline.note(UUID.fromString(caseId), "reminded", school, null);
    }

    private Date at(LocalDate day, int hour) {
        return Date.from(day.atTime(hour, 0).atZone(clock.getZone()).toInstant());
    }
}
