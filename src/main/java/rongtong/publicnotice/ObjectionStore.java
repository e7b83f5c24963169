package rongtong.publicnotice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.publicnotice.Objection.Objector;

/** The tables of objections and of what was decided on them. Name and contact leave it by {@link #objector} alone. */
@Component
class ObjectionStore {

    private static final String ROW = """
            select id, case_id, number, notice, place, facts, state, filed_at, findings, proposal, proposal_reason, answer,
                   document, closed_at
            from publicnotice.objection
            """;

    private final JdbcClient jdbc;

    ObjectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a leader decided. @param place of the line; null for the whole list */
    record Decision(@Nullable Integer place, String number, String reason, String decidedBy, Instant decidedAt) {}

    /** @param link hash of the last part of the private address */
    void insert(Objection objection, Objector objector, String link) {
        jdbc.sql("""
                        insert into publicnotice.objection
                            (id, case_id, number, notice, place, name, contact, facts, link, state, filed_at)
                        values (:id, :case, :number, :notice, :place, :name, :contact, :facts, :link, 'RECEIVED', :at)
                        """)
                .param("id", objection.id())
                .param("case", objection.caseId())
                .param("number", objection.number())
                .param("notice", objection.notice())
                .param("place", objection.entry())
                .param("name", objector.name())
                .param("contact", objector.contact())
                .param("facts", objection.facts())
                .param("link", link)
                .param("at", objection.filedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** One file of an objection after another, until the transaction ends; whoever decides on it meanwhile does not wait. */
    void lockEvidence(UUID objection) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "evidence " + objection)
                .query((row, number) -> true)
                .single();
    }

    void add(UUID objection, Evidence evidence, UUID attachment) {
        jdbc.sql("""
                        insert into publicnotice.evidence
                            (objection, number, attachment, media_type, size, sha256, received_at)
                        values (:objection, :number, :attachment, :mediaType, :size, :sha256, :at)
                        """)
                .param("objection", objection)
                .param("number", evidence.number())
                .param("attachment", attachment)
                .param("mediaType", evidence.mediaType())
                .param("size", evidence.size())
                .param("sha256", evidence.sha256())
                .param("at", evidence.receivedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Evidence> evidence(UUID objection) {
        return jdbc.sql("""
                        select number, media_type, size, sha256, received_at from publicnotice.evidence
                        where objection = ? order by number
                        """).param(objection).query(Evidence.class).list();
    }

    Optional<Objection> ofCase(UUID caseId) {
        return jdbc.sql(ROW + "where case_id = :case")
                .param("case", caseId)
                .query(ObjectionStore::row)
                .optional();
    }

    Optional<Objection> byLink(String link) {
        return jdbc.sql(ROW + "where link = :link")
                .param("link", link)
                .query(ObjectionStore::row)
                .optional();
    }

    /** Not yet answered, in the order in which they came. */
    List<Objection> open(UUID notice) {
        return jdbc.sql(ROW + "where notice = :notice and closed_at is null order by filed_at, id")
                .param("notice", notice)
                .query(ObjectionStore::row)
                .list();
    }

    int count(UUID notice) {
        return jdbc.sql("select count(*) from publicnotice.objection where notice = :notice")
                .param("notice", notice)
                .query(Integer.class)
                .single();
    }

    Objector objector(UUID objection) {
        return jdbc.sql("select name, contact from publicnotice.objection where id = :id")
                .param("id", objection)
                .query(Objector.class)
                .single();
    }

    void accept(UUID objection, String findings) {
        jdbc.sql("update publicnotice.objection set state = 'ACCEPTED', findings = :findings where id = :id")
                .param("findings", findings)
                .param("id", objection)
                .update();
    }

    void refuse(UUID objection, String findings, String answer) {
        jdbc.sql("""
                        update publicnotice.objection
                        set state = 'REFUSED', findings = :findings, answer = :answer where id = :id
                        """)
                .param("findings", findings)
                .param("answer", answer)
                .param("id", objection)
                .update();
    }

    void propose(UUID objection, ObjectionState proposal, String reason) {
        jdbc.sql("update publicnotice.objection set proposal = :proposal, proposal_reason = :reason where id = :id")
                .param("proposal", proposal.name())
                .param("reason", reason)
                .param("id", objection)
                .update();
    }

    void decide(UUID objection, boolean upheld, String reason, String by, Instant now) {
        jdbc.sql("""
                        with decided as (
                            insert into publicnotice.decision (objection, upheld, reason, decided_by, decided_at)
                            values (:id, :upheld, :reason, :by, :now)
                        )
                        update publicnotice.objection set state = :state, answer = :reason where id = :id
                        """)
                .param("id", objection)
                .param("upheld", upheld)
                .param("state", upheld ? ObjectionState.UPHELD.name() : ObjectionState.REJECTED.name())
                .param("reason", reason)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void answered(UUID objection, String document, Instant now) {
        jdbc.sql("update publicnotice.objection set document = :document, closed_at = :now where id = :id")
                .param("document", document)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", objection)
                .update();
    }

    /** Ends what is not to be answered. @param state {@code WITHDRAWN} or {@code CANCELLED} */
    void close(UUID objection, ObjectionState state, Instant now) {
        jdbc.sql("update publicnotice.objection set state = :state, closed_at = :now where id = :id")
                .param("state", state.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", objection)
                .update();
    }

    List<Decision> upheld(UUID notice) {
        return jdbc.sql("""
                        select o.place, o.number, d.reason, d.decided_by, d.decided_at
                        from publicnotice.decision d join publicnotice.objection o on o.id = d.objection
                        where o.notice = :notice and d.upheld order by d.decided_at, o.number
                        """)
                .param("notice", notice)
                .query((rs, index) -> new Decision(
                        rs.getObject("place", Integer.class),
                        rs.getString("number"),
                        rs.getString("reason"),
                        rs.getString("decided_by"),
                        rs.getTimestamp("decided_at").toInstant()))
                .list();
    }

    private static Objection row(ResultSet rs, int index) throws SQLException {
        var proposal = rs.getString("proposal");
        return new Objection(
                rs.getObject("id", UUID.class),
                rs.getObject("case_id", UUID.class),
                rs.getString("number"),
                rs.getObject("notice", UUID.class),
                rs.getObject("place", Integer.class),
                rs.getString("facts"),
                ObjectionState.valueOf(rs.getString("state")),
                rs.getTimestamp("filed_at").toInstant(),
                orEmpty(rs.getString("findings")),
                proposal == null ? null : ObjectionState.valueOf(proposal),
                orEmpty(rs.getString("proposal_reason")),
                orEmpty(rs.getString("answer")),
                rs.getString("document"),
                NoticeStore.instant(rs, "closed_at"));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
