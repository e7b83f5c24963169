package rongtong.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import rongtong.shared.Json;
import rongtong.shared.Page;
import rongtong.shared.SearchText;
import rongtong.shared.Texts;

/** Reads the trail, for administrators and auditors. */
@Service
public class AuditTrail {

    private static final String FILTER = """
            from audit.entry
            where (cast(:actor as text) is null or actor = :actor)
                and (cast(:action as text) is null or action like :action)
                and (cast(:subject as text) is null or subject = :subject)
                and (cast(:from as timestamptz) is null or at >= :from)
                and (cast(:to as timestamptz) is null or at < :to)
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final Texts texts;
    private final Seals seals;

    AuditTrail(JdbcClient jdbc, Json json, Texts texts, Seals seals) {
        this.jdbc = jdbc;
        this.json = json;
        this.texts = texts;
        this.seals = seals;
    }

    /** The newest first. */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'AUDITOR')")
    public Page<AuditEntry> find(AuditFilter filter, int page, int size) {
        var total = bind(jdbc.sql("select count(*) " + FILTER), filter)
                .query(Long.class)
                .single();
        var items = bind(jdbc.sql("""
                                select id, at, actor, organization, action, subject, description, detail
                                """ + FILTER + "order by at desc, id desc offset :offset limit :limit"), filter)
                .param("offset", (long) page * size)
                .param("limit", size)
                .query((row, number) -> new AuditEntry(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("organization"),
                        row.getString("action"),
                        row.getString("subject"),
                        say(row.getString("description")),
                        json.readObject(row.getString("detail"))))
                .list();
        return new Page<>(items, page, size, total);
    }

    /** Recomputes all seals. */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'AUDITOR')")
    public Verification verify() {
        return seals.verify();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, AuditFilter filter) {
        var action = filter.action();
        return statement
                .param("actor", filter.actor())
                .param("action", action == null ? null : SearchText.literal(action) + "%")
                .param("subject", filter.subject())
                .param("from", moment(filter.from()))
                .param("to", moment(filter.to()));
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    /** An entry outlives the version of the program that wrote it: where the words are gone the key remains. */
    private String say(String kept) {
        var message = KeptMessage.read(json.readObject(kept));
        try {
            return texts.of(message);
        } catch (NoSuchMessageException gone) {
            return message.key() + " " + message.arguments();
        }
    }
}
