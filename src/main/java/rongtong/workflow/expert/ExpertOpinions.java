package rongtong.workflow.expert;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What experts, or those who visited, say on a subject of a case, round by round; nothing is overwritten (default D14). */
@Service
@Transactional
public class ExpertOpinions {

    private final JdbcClient jdbc;
    private final Clock clock;

    ExpertOpinions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The latest round on a subject.
     *
     * @param way {@code EXPERTS} or {@code VISIT}
     * @param text the question, or the plan of the visit
     */
    public record Round(UUID id, String way, String text, Instant limitAt, Instant openedAt) {}

    void open(UUID caseId, String subject, String way, String text, Instant limit, List<String> experts) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into workflow.expert_round (id, case_id, subject, number, way, text, limit_at, opened_at)
                        select :id, :case, :subject, count(*) + 1, :way, :text, :limit, :now
                        from workflow.expert_round where case_id = :case and subject = :subject
                        """)
                .param("id", id)
                .param("case", caseId)
                .param("subject", subject)
                .param("way", way)
                .param("text", text)
                .param("limit", limit.atZone(clock.getZone()).toOffsetDateTime())
                .param("now", OffsetDateTime.now(clock))
                .update();
        for (int place = 0; place < experts.size(); place++) {
            jdbc.sql("""
                            insert into workflow.expert_opinion (round, expert, place, text) values (?, ?, ?, '')
                            on conflict do nothing
                            """).params(id, experts.get(place), place).update();
        }
    }

    /** Empty if the subject was never asked. */
    @Transactional(readOnly = true)
    public Optional<Round> round(UUID caseId, String subject) {
        return jdbc.sql("""
                        select id, way, text, limit_at, opened_at from workflow.expert_round
                        where case_id = :case and subject = :subject order by number desc limit 1
                        """)
                .param("case", caseId)
                .param("subject", subject)
                .query((row, number) -> new Round(
                        row.getObject("id", UUID.class),
                        row.getString("way"),
                        row.getString("text"),
                        row.getTimestamp("limit_at").toInstant(),
                        row.getTimestamp("opened_at").toInstant()))
                .optional();
    }

    /** Opinions of the latest round, in the order in which the experts were named. */
    @Transactional(readOnly = true)
    public List<ExpertOpinion> opinions(UUID caseId, String subject) {
        return round(caseId, subject)
                .map(round -> jdbc.sql("""
                                select expert, conclusion, text, given_at from workflow.expert_opinion
                                where round = :round order by place
                                """)
                        .param("round", round.id())
                        .query((row, number) -> new ExpertOpinion(
                                Objects.requireNonNull(row.getString("expert")),
                                Optional.ofNullable(row.getString("conclusion"))
                                        .map(Conclusion::valueOf)
                                        .orElse(null),
                                Objects.requireNonNull(row.getString("text")),
                                Optional.ofNullable(row.getObject("given_at", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)
                                        .orElse(null)))
                        .list())
                .orElse(List.of());
    }

    /** The first word stands: a second one changes nothing. Who visited was not named before. */
    void state(UUID caseId, String subject, String expert, Conclusion conclusion, String text) {
        round(caseId, subject)
                .ifPresent(round -> jdbc.sql("""
                        insert into workflow.expert_opinion (round, expert, place, conclusion, text, given_at)
                        values (:round, :expert, 0, :conclusion, :text, :now)
                        on conflict (round, expert) do update
                        set conclusion = excluded.conclusion, text = excluded.text, given_at = excluded.given_at
                        where expert_opinion.conclusion is null
                        """)
                        .param("round", round.id())
                        .param("expert", expert)
                        .param("conclusion", conclusion.name())
                        .param("text", text)
                        .param("now", OffsetDateTime.now(clock))
                        .update());
    }
}
