package rongtong.factory.income;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.shared.Message;

/** Raises and closes alarms; one of each kind for a case. */
@Service
@Transactional
public class Alarms {

    private final JdbcClient jdbc;
    private final Clock clock;

    Alarms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Raises an alarm, or sets the amount of the one that is there; nothing happens where nothing is amiss. */
    void raise(UUID factory, UUID caseId, AlarmKind kind, BigDecimal amount) {
        if (amount.signum() <= 0) {
            return;
        }
        jdbc.sql("""
                        insert into factory.alarm (id, factory, case_id, kind, amount, raised_at)
                        values (:id, :factory, :case, :kind, :amount, :now)
                        on conflict (case_id, kind) do update
                            set amount = excluded.amount, resolved_at = null, resolution = null
                        """)
                .param("id", UUID.randomUUID())
                .param("factory", factory)
                .param("case", caseId)
                .param("kind", kind.name())
                .param("amount", amount)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Closes all alarms of a case: what was amiss has been put right. */
    public void resolve(UUID caseId, String resolution) {
        jdbc.sql("""
                        update factory.alarm set resolved_at = :now, resolution = :resolution
                        where case_id = :case and resolved_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("resolution", resolution)
                .param("case", caseId)
                .update();
    }

    /** A case cannot be taken back to get round a rectification: only the finance department closes an alarm. */
    Optional<Message> obstacle(UUID caseId) {
        return ofCase(caseId).stream()
                .filter(Alarm::isOpen)
                .findFirst()
                .map(open -> Message.of("factory.alarm.no-withdrawal"));
    }

    @Transactional(readOnly = true)
    public List<Alarm> ofCase(UUID caseId) {
        return jdbc.sql("select * from factory.alarm where case_id = ? order by kind")
                .param(caseId)
                .query(Alarm.class)
                .list();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Alarm> ofFactory(UUID factory) {
        return jdbc.sql("select * from factory.alarm where factory = ? order by raised_at desc, kind")
                .param(factory)
                .query(Alarm.class)
                .list();
    }
}
