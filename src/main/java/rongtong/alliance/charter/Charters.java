package rongtong.alliance.charter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.alliance.FoundingWithdrawn;
import rongtong.alliance.council.Resolution;
import rongtong.shared.Json;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;

/** Charters of alliances, version by version, with the rules that rest on them. Nothing is overwritten once voted on. */
@Service
@Transactional
public class Charters {

    private static final String SELECT = """
            select id, case_id, version, status, sections, comments_handling, drafted_at, resolution, adopted_on,
                filing_number, filed_on, remark
            from alliance.charter
            where case_id = :case
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    Charters(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** All versions, oldest first. */
    @Transactional(readOnly = true)
    public List<Charter> versions(UUID caseId) {
        return jdbc.sql(SELECT + " order by version")
                .param("case", caseId)
                .query((row, number) -> charter(row))
                .list();
    }

    /** The newest version; empty before the first draft. */
    @Transactional(readOnly = true)
    public Optional<Charter> newest(UUID caseId) {
        return jdbc.sql(SELECT + " order by version desc limit 1")
                .param("case", caseId)
                .query((row, number) -> charter(row))
                .optional();
    }

    /** The version in force: the newest that was adopted. */
    @Transactional(readOnly = true)
    public Optional<Charter> inForce(UUID caseId) {
        return versions(caseId).stream().filter(Charter::isAdopted).reduce((earlier, later) -> later);
    }

    /**
     * Writes the draft: the open one is changed, after a vote or a filing the next version begins.
     *
     * @param commentsHandling how comments were dealt with; empty for a draft that has not been commented on
     * @throws RuleViolation if a mandatory section is missing (R-LNA-37 to -40)
     */
    public void write(UUID caseId, CharterText text, String commentsHandling) {
        text.requireComplete();
        var open = newest(caseId).filter(charter -> charter.status() == Charter.Status.DRAFT);
        var statement = open.isPresent()
                ? jdbc.sql("""
                        update alliance.charter
                        set sections = :sections::jsonb, comments_handling = :handling, drafted_at = :now
                        where id = :id
                        """).param("id", open.get().id())
                : jdbc.sql("""
                        insert into alliance.charter
                            (id, case_id, version, status, sections, comments_handling, drafted_at)
                        select :id, :case, count(*) + 1, 'DRAFT', :sections::jsonb, :handling, :now
                        from alliance.charter
                        where case_id = :case
                        """).param("id", UUID.randomUUID()).param("case", caseId);
        statement
                .param("sections", json.write(byField(text)))
                .param("handling", commentsHandling)
                .param("now", now())
                .update();
    }

    private static LinkedHashMap<String, String> byField(CharterText text) {
        var byField = new LinkedHashMap<String, String>();
        text.sections().forEach((section, words) -> byField.put(section.field(), words));
        return byField;
    }

    /** The draft goes before the council as it stands. */
    public void propose(UUID caseId) {
        change(caseId, Charter.Status.DRAFT, Charter.Status.PROPOSED);
    }

    /**
     * What the council said of the proposed version (R-LNA-21: only its resolution makes a charter).
     *
     * @throws RuleViolation if no version is before the council
     */
    public void conclude(UUID caseId, Resolution resolution) {
        if (!resolution.carried()) {
            change(caseId, Charter.Status.PROPOSED, Charter.Status.REJECTED);
            return;
        }
        var proposed = require(caseId, Charter.Status.PROPOSED);
        jdbc.sql("""
                        update alliance.charter
                        set status = 'ADOPTED', resolution = :resolution, adopted_on = :on
                        where id = :id
                        """)
                .param("resolution", resolution.id())
                .param("on", resolution.resolvedOn())
                .param("id", proposed.id())
                .update();
    }

    /**
     * Writes rules on the basis of the adopted version, in place of those written for it before (R-LNA-41).
     *
     * @param titled title and text of each
     */
    public void writeRules(UUID caseId, List<Titled> titled) {
        var charter = require(caseId, Charter.Status.ADOPTED);
        var today = LocalDate.now(clock);
        jdbc.sql("delete from alliance.rulebook where charter = :charter")
                .param("charter", charter.id())
                .update();
        for (int place = 0; place < titled.size(); place++) {
            var rulebook = Rulebook.under(
                    charter, today, titled.get(place).title(), titled.get(place).text());
            jdbc.sql("""
                            insert into alliance.rulebook (id, charter, adopted_on, dated, place, title, text)
                            values (:id, :charter, :adoptedOn, :dated, :place, :title, :text)
                            """)
                    .param("id", UUID.randomUUID())
                    .param("charter", rulebook.charter())
                    .param("adoptedOn", charter.adoptedOn())
                    .param("dated", rulebook.dated())
                    .param("place", place)
                    .param("title", rulebook.title())
                    .param("text", rulebook.text())
                    .update();
        }
    }

    /** Title and text of one rulebook. */
    public record Titled(String title, String text) {}

    /** The rules that rest on any version of the alliance's charter, those of the newest version first. */
    @Transactional(readOnly = true)
    public List<Rulebook> rulebooks(UUID caseId) {
        return jdbc.sql("""
                        select r.charter, r.dated, r.title, r.text
                        from alliance.rulebook r
                        join alliance.charter c on c.id = r.charter
                        where c.case_id = :case
                        order by c.version desc, r.place
                        """).param("case", caseId).query(Rulebook.class).list();
    }

    /** Files the adopted version. @param number given by the filing department */
    public void file(UUID caseId, String number, String department, String note) {
        var charter = require(caseId, Charter.Status.ADOPTED);
        jdbc.sql("""
                        update alliance.charter
                        set status = 'FILED', filing_number = :number, filed_on = :today, filed_by = :department,
                            remark = :note
                        where id = :id
                        """)
                .param("number", number)
                .param("today", LocalDate.now(clock))
                .param("department", department)
                .param("note", note)
                .param("id", charter.id())
                .update();
    }

    /** The filing department asks for a correction, which the council has to carry again. */
    public void returnForCorrection(UUID caseId, String reason) {
        var charter = require(caseId, Charter.Status.ADOPTED);
        jdbc.sql("update alliance.charter set status = 'RETURNED', remark = :reason where id = :id")
                .param("reason", reason)
                .param("id", charter.id())
                .update();
    }

    @EventListener
    void close(FoundingWithdrawn withdrawn) {
        jdbc.sql("""
                        update alliance.charter
                        set status = 'WITHDRAWN'
                        where case_id = :case
                        and status in ('DRAFT', 'PROPOSED')
                        """).param("case", withdrawn.caseId()).update();
    }

    private void change(UUID caseId, Charter.Status from, Charter.Status to) {
        jdbc.sql("update alliance.charter set status = :to where id = :id")
                .param("to", to.name())
                .param("id", require(caseId, from).id())
                .update();
    }

    private Charter require(UUID caseId, Charter.Status status) {
        var charter = newest(caseId).orElseThrow(() -> new NotFound("Charter", caseId));
        if (charter.status() != status) {
            throw new RuleViolation(Message.of(
                    "alliance.charter-not-there",
                    Message.of("alliance.charter-status." + charter.status()),
                    Message.of("alliance.charter-status." + status)));
        }
        return charter;
    }

    private Charter charter(ResultSet row) throws SQLException {
        var sections = json.readObject(text(row, "sections"));
        return new Charter(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("case_id", UUID.class)),
                row.getInt("version"),
                Charter.Status.valueOf(text(row, "status")),
                CharterText.of(field -> String.valueOf(sections.getOrDefault(field, ""))),
                text(row, "comments_handling"),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                row.getObject("resolution", UUID.class),
                row.getObject("adopted_on", LocalDate.class),
                row.getString("filing_number"),
                row.getObject("filed_on", LocalDate.class),
                text(row, "remark"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
