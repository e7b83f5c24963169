package rongtong.document.official;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.CurrentUser;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;
import rongtong.shared.SomebodyWasFirst;

/** The wording of each kind of official document: the default that comes with the program, or what administrators made of it. */
@Service
@Transactional
public class OfficialTemplates {

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OfficialTemplates(JdbcClient jdbc, CurrentUser user, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A wording.
     *
     * @param version 0 for the default that comes with the program
     * @param author account that wrote it; null for the default
     * @param isDefault whether it says what the program says
     */
    public record Version(
            String kind,
            int version,
            String text,
            @Nullable String author,
            @Nullable Instant at,
            boolean isDefault) {}

    /** The wording that documents are issued with now. @throws NotFound if there is no such kind */
    @Transactional(readOnly = true)
    public Version current(String kind) {
        return newest(kind).orElseGet(() -> new Version(kind, 0, defaultText(kind), null, null, true));
    }

    /** All wordings there were, the newest first; the default last. */
    @Transactional(readOnly = true)
    public List<Version> versions(String kind) {
        var versions = new java.util.ArrayList<>(
                jdbc.sql("""
                        select kind, version, text, author, at from document.official_template
                        where kind = :kind order by version desc
                        """).param("kind", kind).query(this::read).list());
        versions.add(new Version(kind, 0, defaultText(kind), null, null, true));
        return versions;
    }

    /**
     * Keeps a new wording; documents that were issued stay as they are.
     *
     * @param basedOn version that the administrator saw when beginning to write
     * @throws RuleViolation at the field {@code text} with the line, if it has unknown places or what may not be printed
     * @throws SomebodyWasFirst if there is a newer version than the one that was seen
     */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public Version save(String kind, String text, int basedOn) {
        var checked = TemplateText.checked(OfficialKind.of(kind), text.replace("\r\n", "\n"));
        return keep(kind, checked.source(), basedOn);
    }

    /** Goes back to the wording that comes with the program; earlier versions stay readable. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public Version reset(String kind, int basedOn) {
        return keep(OfficialKind.of(kind).key(), null, basedOn);
    }

    private Version keep(String kind, @Nullable String text, int basedOn) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "official template " + kind)
                .query((row, number) -> true)
                .single();
        var before = current(kind);
        if (before.version() != basedOn) {
            throw new SomebodyWasFirst(
                    before.author() == null ? "" : before.author(),
                    before.at() == null ? clock.instant() : before.at(),
                    Message.of("document.template.changed-meanwhile"));
        }
        jdbc.sql("""
                        insert into document.official_template (kind, version, text, author, at)
                        values (:kind, :version, :text, :author, :at)
                        """)
                .param("kind", kind)
                .param("version", before.version() + 1)
                .param("text", text)
                .param("author", user.username())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        var after = current(kind);
        events.publishEvent(new TemplateChanged(kind, after.version(), before.text(), after.text()));
        return after;
    }

    private Optional<Version> newest(String kind) {
        return jdbc.sql("""
                        select kind, version, text, author, at from document.official_template
                        where kind = :kind order by version desc limit 1
                        """).param("kind", kind).query(this::read).optional();
    }

    private Version read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        var kind = row.getString("kind");
        var text = row.getString("text");
        return new Version(
                kind,
                row.getInt("version"),
                text == null ? defaultText(kind) : text,
                row.getString("author"),
                row.getTimestamp("at").toInstant(),
                text == null);
    }

    static String defaultText(String kind) {
        var file = new ClassPathResource(
                "documents/decisions/" + OfficialKind.of(kind).key() + ".html");
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException("No default wording of " + kind, missing);
        }
    }
}
