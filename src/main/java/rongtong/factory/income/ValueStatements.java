package rongtong.factory.income;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/** Yearly statements of value (default, P17): one for each factory and year. */
@Service
@Transactional
public class ValueStatements {

    private final JdbcClient jdbc;
    private final Alarms alarms;
    private final Clock clock;

    ValueStatements(JdbcClient jdbc, Alarms alarms, Clock clock) {
        this.jdbc = jdbc;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Keeps a statement, or a corrected one in its place; lost value raises an alarm (R-JL-12). */
    public void state(ValueStatement statement) {
        jdbc.sql("""
                        insert into factory.value_statement
                            (factory, year, value_start, value_end, gross, remark, case_id, stated_on)
                        values (:factory, :year, :start, :end, :gross, :remark, :case, :on)
                        on conflict (factory, year) do update set
                            value_start = excluded.value_start, value_end = excluded.value_end, gross = excluded.gross,
                            remark = excluded.remark, case_id = excluded.case_id, stated_on = excluded.stated_on
                        """)
                .param("factory", statement.factory())
                .param("year", statement.year())
                .param("start", statement.valueStart())
                .param("end", statement.valueEnd())
                .param("gross", statement.gross())
                .param("remark", statement.remark())
                .param("case", statement.caseId())
                .param("on", LocalDate.now(clock))
                .update();
        var caseId = statement.caseId();
        if (caseId != null) {
            alarms.raise(statement.factory(), caseId, AlarmKind.VALUE, statement.valueLost());
        }
    }

    /** Whether the statement of a factory and year is under way or done. */
    @Transactional(readOnly = true)
    public boolean isBegun(UUID factory, int year) {
        return jdbc.sql("select exists (select from factory.statement_case where factory = ? and year = ?)")
                .params(factory, year)
                .query(Boolean.class)
                .single();
    }

    /** Takes the year of a factory for a case. @throws RuleViolation if another case has it */
    public void begin(UUID factory, int year, UUID caseId) {
        var begun = jdbc.sql("""
                        insert into factory.statement_case (factory, year, case_id) values (?, ?, ?)
                        on conflict (factory, year) do nothing
                        """).params(factory, year, caseId).update();
        if (begun == 0) {
            throw new RuleViolation(Message.of("factory.statement.begun", String.valueOf(year)));
        }
    }

    /** Why the school cannot take a statement back: an alarm of the case is open. */
    @Transactional(readOnly = true)
    public Optional<Message> obstacle(UUID caseId) {
        return alarms.obstacle(caseId);
    }

    /** The case was taken back, and with it what it stated. @throws RuleViolation with {@link #obstacle} */
    public void abandon(UUID caseId) {
        obstacle(caseId).ifPresent(obstacle -> {
            throw new RuleViolation(obstacle);
        });
        jdbc.sql("delete from factory.value_statement where case_id = ?")
                .param(caseId)
                .update();
        jdbc.sql("delete from factory.statement_case where case_id = ?")
                .param(caseId)
                .update();
    }

    /** The newest year first. */
    @Transactional(readOnly = true)
    public List<ValueStatement> ofFactory(UUID factory) {
        return jdbc.sql("select * from factory.value_statement where factory = ? order by year desc")
                .param(factory)
                .query(ValueStatement.class)
                .list();
    }
}
