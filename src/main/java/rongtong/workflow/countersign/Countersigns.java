package rongtong.workflow.countersign;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opinions of several units on one subject of a case. The step before the call activity {@code countersign} opens a
 * round; the step after it reads what was said. A subject may be opened again: earlier rounds stay as they are.
 */
@Service
@Transactional
public class Countersigns {

    private static final RowMapper<Opinion> OPINION = (row, number) -> new Opinion(
            Objects.requireNonNull(row.getString("unit")),
            Optional.ofNullable(row.getString("stance")).map(Stance::valueOf).orElse(null),
            Objects.requireNonNull(row.getString("comment")),
            row.getString("actor"),
            Optional.ofNullable(row.getObject("given_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)
                    .orElse(null));

    private final JdbcClient jdbc;
    private final Clock clock;

    Countersigns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Opens a round.
     *
     * @param subject key of what is asked in this case, passed to the process as its variable {@code subject}
     * @param title what the units are asked, in a short line
     * @param text what they need to know to answer; up to 4000 characters
     * @param units codes of the organisations, at least one
     */
    public void open(UUID caseId, String subject, String title, String text, List<String> units) {
        if (units.isEmpty()) {
            throw new IllegalArgumentException("Countersign '%s' of case %s asks nobody".formatted(subject, caseId));
        }
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into workflow.countersign (id, case_id, subject, number, title, text, opened_at)
                        select :id, :case, :subject, count(*) + 1, :title, :text, :now
                        from workflow.countersign
                        where case_id = :case
                        and subject = :subject
                        """)
                .param("id", id)
                .param("case", caseId)
                .param("subject", subject)
                .param("title", title)
                .param("text", text)
                .param("now", now())
                .update();
        for (int place = 0; place < units.size(); place++) {
            jdbc.sql("""
                            insert into workflow.countersign_opinion (countersign, unit, place, comment)
                            values (:round, :unit, :place, '')
                            on conflict do nothing
                            """)
                    .param("round", id)
                    .param("unit", units.get(place))
                    .param("place", place)
                    .update();
        }
    }

    /** The latest round on the subject, in the order in which the units were named; empty if it was never opened. */
    @Transactional(readOnly = true)
    public List<Opinion> opinions(UUID caseId, String subject) {
        return round(caseId, subject)
                .map(round ->
                        jdbc.sql("""
                                select unit, stance, comment, actor, given_at
                                from workflow.countersign_opinion
                                where countersign = :round
                                order by place
                                """).param("round", round.id()).query(OPINION).list())
                .orElse(List.of());
    }

    /** What the latest round asks; empty if the subject was never opened. */
    @Transactional(readOnly = true)
    public Optional<Round> round(UUID caseId, String subject) {
        return jdbc.sql("""
                        select id, number, title, text
                        from workflow.countersign
                        where case_id = :case
                        and subject = :subject
                        order by number desc
                        limit 1
                        """)
                .param("case", caseId)
                .param("subject", subject)
                .query(Round.class)
                .optional();
    }

    /** Records what a unit says in the latest round. The first word stands: a second one changes nothing. */
    void state(UUID caseId, String subject, String unit, Stance stance, String comment, @Nullable String actor) {
        round(caseId, subject)
                .ifPresent(round -> jdbc.sql("""
                        update workflow.countersign_opinion
                        set stance = :stance, comment = :comment, actor = :actor, given_at = :now
                        where countersign = :round
                        and unit = :unit
                        and stance is null
                        """)
                        .param("round", round.id())
                        .param("unit", unit)
                        .param("stance", stance.name())
                        .param("comment", comment)
                        .param("actor", actor)
                        .param("now", now())
                        .update());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * One round on a subject.
     *
     * @param number from 1, by subject
     */
    public record Round(UUID id, int number, String title, String text) {}
}
