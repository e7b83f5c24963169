package rongtong.workflow.decision;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.document.official.OfficialDraft;
import rongtong.document.official.OfficialDraft.Wording;
import rongtong.document.official.OfficialRecords;

/** Documents on their way to the leader's signature; earlier versions are kept. */
@Component
public class DocumentDrafts {

    private final JdbcClient jdbc;
    private final OfficialRecords records;
    private final OfficialDocuments documents;
    private final Clock clock;

    DocumentDrafts(JdbcClient jdbc, OfficialRecords records, OfficialDocuments documents, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * One version.
     *
     * @param body a paragraph a line
     * @param attachments a title a line
     */
    public record Draft(int version, String title, String body, String attachments, String copies) {}

    /** The newest version that has not been issued. */
    Optional<Draft> open(UUID caseId, String kind, String organ) {
        return OfficialDocuments.openDraft(jdbc, caseId, kind, organ);
    }

    /** What the template says in this case, to begin with. */
    Wording wording(UUID caseId, String kind, String organ, String addressee, Map<String, Object> variables) {
        return records.wording(documents.draft(caseId, kind, organ, addressee, variables, null));
    }

    void keep(UUID caseId, String kind, String organ, Draft draft, String author) {
        jdbc.sql("""
                        insert into workflow.document_draft
                            (case_id, kind, organ, version, title, body, attachments, copies, author, at)
                        select :case, :kind, :organ, coalesce(max(version), 0) + 1, :title, :body, :attachments,
                               :copies, :author, :at
                        from workflow.document_draft where case_id = :case and kind = :kind and organ = :organ
                        """)
                .param("case", caseId)
                .param("kind", kind)
                .param("organ", organ)
                .param("title", draft.title())
                .param("body", draft.body())
                .param("attachments", draft.attachments())
                .param("copies", draft.copies())
                .param("author", author)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * The PDF that a task's answers would give now; nothing where this machine has no Chinese font. Whoever calls has
     * opened the task, and so may see it.
     *
     * @param values of the task's form, with what the step added: {@code documentKind}, {@code organ}, {@code addressee}
     */
    public Optional<byte[]> preview(UUID caseId, Map<String, @Nullable Object> values) {
        var draft = new Draft(
                0,
                text(values, "documentTitle"),
                text(values, "documentBody"),
                text(values, "documentAttachments"),
                text(values, "documentCopies"));
        OfficialDraft official = documents.draft(
                caseId,
                text(values, "documentKind"),
                text(values, "organ"),
                text(values, "addressee"),
                Map.of(),
                draft);
        return records.preview(official);
    }

    private static String text(Map<String, @Nullable Object> values, String key) {
        var value = values.get(key);
        return value == null ? "" : value.toString();
    }
}
