package rongtong.factory.income;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;

/** Realised returns in the order of their steps: reported, filed, booked. Called by the process. */
@Service
@Transactional
public class Incomes {

    private final JdbcClient jdbc;
    private final Alarms alarms;
    private final Clock clock;

    Incomes(JdbcClient jdbc, Alarms alarms, Clock clock) {
        this.jdbc = jdbc;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Keeps a report, or in its place a corrected one. */
    public void report(IncomeReport report) {
        jdbc.sql("""
                        insert into factory.income
                            (case_id, factory, event_date, period_from, period_to, gross, cost, return_amount, status,
                             reported_at)
                        values (:case, :factory, :event, :from, :to, :gross, :cost, :amount, 'REPORTED', :now)
                        on conflict (case_id) do update set
                            factory = excluded.factory, event_date = excluded.event_date,
                            period_from = excluded.period_from, period_to = excluded.period_to,
                            gross = excluded.gross, cost = excluded.cost, return_amount = excluded.return_amount
                        """)
                .param("case", report.caseId())
                .param("factory", report.factory())
                .param("event", report.eventDate())
                .param("from", report.periodFrom())
                .param("to", report.periodTo())
                .param("gross", report.gross())
                .param("cost", report.cost())
                .param("amount", report.amount())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The finance department puts the report on file (备案); this approves nothing. */
    public void file(UUID caseId, String number) {
        jdbc.sql("""
                        update factory.income set status = 'FILED', filing_number = ?, filed_on = ?
                        where case_id = ? and status = 'REPORTED'
                        """).params(number, LocalDate.now(clock), caseId).update();
    }

    /**
     * The school books and uses the income; what is outside the permitted uses or lost raises alarms.
     *
     * @throws RuleViolation if the report is not on file: 备案后，纳入本单位预算 (R-JL-16)
     */
    public void book(Booking booking) {
        var booked = jdbc.sql("""
                        update factory.income
                        set status = 'BOOKED', budget_entry = :entry, booked_on = :bookedOn, retained = :retained,
                            value_start = :start, value_end = :end
                        where case_id = :case and status in ('FILED', 'BOOKED')
                        """)
                .param("entry", booking.budgetEntry())
                .param("bookedOn", booking.bookedOn())
                .param("retained", booking.retained())
                .param("start", booking.valueStart())
                .param("end", booking.valueEnd())
                .param("case", booking.caseId())
                .update();
        if (booked == 0) {
            throw new RuleViolation(Message.of("factory.income.not-filed"));
        }
        jdbc.sql("delete from factory.income_use where case_id = ?")
                .param(booking.caseId())
                .update();
        for (int position = 0; position < booking.uses().size(); position++) {
            var use = booking.uses().get(position);
            jdbc.sql("insert into factory.income_use values (?, ?, ?, ?, ?)")
                    .params(booking.caseId(), position, use.category().name(), use.amount(), use.note())
                    .update();
        }
        var factory = get(booking.caseId()).factory();
        alarms.raise(factory, booking.caseId(), AlarmKind.USE, booking.usedOutside());
        alarms.raise(factory, booking.caseId(), AlarmKind.VALUE, booking.valueLost());
    }

    /**
     * Why the school cannot take a case back: an alarm of it is open, or the return is on file. What is on file is a fact
     * for the budget; a mistake in it is corrected in the booking, or by another report.
     */
    @Transactional(readOnly = true)
    public Optional<Message> obstacle(UUID caseId) {
        return alarms.obstacle(caseId)
                .or(() -> find(caseId)
                        .filter(income -> income.filingNumber() != null)
                        .map(income ->
                                Message.of("factory.income.on-file", Objects.requireNonNull(income.filingNumber()))));
    }

    /** The school takes its report back. @throws RuleViolation with {@link #obstacle} */
    public void withdraw(UUID caseId) {
        obstacle(caseId).ifPresent(obstacle -> {
            throw new RuleViolation(obstacle);
        });
        jdbc.sql("update factory.income set status = 'WITHDRAWN' where case_id = ? and status = 'REPORTED'")
                .param(caseId)
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Income> find(UUID caseId) {
        return jdbc.sql("select * from factory.income where case_id = ?")
                .param(caseId)
                .query((row, number) -> income(row))
                .optional();
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public Income get(UUID caseId) {
        return find(caseId).orElseThrow(() -> new NotFound("income", caseId));
    }

    /** The newest first, without those taken back. */
    @Transactional(readOnly = true)
    public List<Income> ofFactory(UUID factory) {
        return jdbc.sql("""
                        select * from factory.income where factory = ? and status <> 'WITHDRAWN'
                        order by event_date desc, case_id
                        """).param(factory).query((row, number) -> income(row)).list();
    }

    private Income income(ResultSet row) throws SQLException {
        var caseId = Objects.requireNonNull(row.getObject("case_id", UUID.class));
        return new Income(
                caseId,
                Objects.requireNonNull(row.getObject("factory", UUID.class)),
                Objects.requireNonNull(row.getObject("event_date", LocalDate.class)),
                Objects.requireNonNull(row.getObject("period_from", LocalDate.class)),
                Objects.requireNonNull(row.getObject("period_to", LocalDate.class)),
                Objects.requireNonNull(row.getBigDecimal("gross")),
                Objects.requireNonNull(row.getBigDecimal("cost")),
                Objects.requireNonNull(row.getBigDecimal("return_amount")),
                IncomeStatus.valueOf(row.getString("status")),
                row.getString("filing_number"),
                row.getObject("filed_on", LocalDate.class),
                row.getString("budget_entry"),
                row.getObject("booked_on", LocalDate.class),
                row.getBigDecimal("retained"),
                row.getBigDecimal("value_start"),
                row.getBigDecimal("value_end"),
                jdbc.sql("select category, amount, note from factory.income_use where case_id = ? order by position")
                        .param(caseId)
                        .query(IncomeUse.class)
                        .list());
    }
}
