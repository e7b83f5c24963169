package rongtong.selection.round;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which applications of a round are judged once more (复评), and why. */
@Component
@Transactional
public class SecondTurns {

    private final JdbcClient jdbc;
    private final Clock clock;

    SecondTurns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Orders it; there is one in a round. @param reason at most 1000 characters */
    public void order(UUID round, Collection<UUID> applications, String reason, String actor) {
        jdbc.sql("""
                        insert into selection.second_turn (round, application, reason, actor, at)
                        select ?, unnest(?::uuid[]), ?, ?, ?
                        """)
                .params(round, applications.toArray(UUID[]::new), reason, actor, Timestamp.from(clock.instant()))
                .update();
    }

    /** Empty where none was ordered. */
    @Transactional(readOnly = true)
    public List<UUID> of(UUID round) {
        return jdbc.sql("select application from selection.second_turn where round = ? order by application")
                .param(round)
                .query(UUID.class)
                .list();
    }
}
