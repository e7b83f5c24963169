package rongtong.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.form.FileStore;
import rongtong.identity.CurrentUser;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;

/**
 * Keeps files that people hand in and shows them to those who may see the case. The content lies in the database, so
 * that a step and its files are kept together or not at all.
 */
@Service
@Transactional
public class Attachments implements FileStore {

    private static final int PIECE_IN_BYTES = 512 * 1024;

    /** A case that a file is part of. */
    private record Place(UUID caseId, boolean confidential) {}

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final ObjectProvider<AttachmentAccess> access;
    private final DocumentSettings settings;
    private final Clock clock;

    Attachments(
            JdbcClient jdbc,
            CurrentUser user,
            ObjectProvider<AttachmentAccess> access,
            DocumentSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Keeps a file for the person at work, who alone sees it until it is bound to a case.
     *
     * @throws RuleViolation if the file is too large, of a kind that is not accepted, not what its name says, or carries
     *     something that could run
     */
    public Attachment store(String name, InputStream content) {
        return receive(AcceptedName.of(name, FileKind.ALL), content, user.username());
    }

    /**
     * Keeps a file that somebody without an account hands in for a case, in confidence: who may see it the procedure says
     * ({@link AttachmentAccess#mayReadConfidential}). PDF and pictures only.
     *
     * @throws RuleViolation as {@link #store(String, InputStream)}
     */
    public Attachment storeInConfidence(UUID caseId, String name, InputStream content) {
        var attachment = receive(AcceptedName.of(name, FileKind.PICTURES), content, null);
        jdbc.sql("""
                        insert into document.attachment_of_case (case_id, attachment_id, bound_at, confidential)
                        values (:case, :id, :now, true)
                        """)
                .param("case", caseId)
                .param("id", attachment.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return attachment;
    }

    private Attachment receive(AcceptedName accepted, InputStream content, @Nullable String uploader) {
        try {
            var file = Files.createTempFile("rongtong-", ".upload");
            try {
                var received = Received.write(content, file, settings.largestAttachment(), accepted);
                var mediaType = new FileInspection(accepted, file).mediaType();
                var attachment = new Attachment(
                        UUID.randomUUID(), accepted.name(), mediaType, received.size(), received.sha256());
                insert(attachment, uploader, file);
                return attachment;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("An attachment could not be received", failed);
        }
    }

    /** Larger files are refused; in bytes. */
    public long largest() {
        return settings.largestAttachment().toBytes();
    }

    @Override
    public String store(String name, String mediaType, InputStream content) {
        return store(name, content).id().toString();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StoredFile> find(String id) {
        return Ids.parse(id)
                .flatMap(this::visible)
                .map(file -> new StoredFile(
                        id, file.name(), file.mediaType(), file.size(), "/files/attachments/" + file.id()));
    }

    /** @throws NotFound if there is none, or the person at work may not see it */
    @Transactional(readOnly = true)
    public Attachment get(UUID id) {
        return visible(id).orElseThrow(() -> new NotFound("attachment", id));
    }

    /**
     * Writes the content.
     *
     * @throws NotFound if there is none, or the person at work may not see it
     */
    @Transactional(readOnly = true)
    public void copy(UUID id, OutputStream target) throws IOException {
        var left = get(id).size();
        for (int number = 0; left > 0; number++) {
            var piece = jdbc.sql("""
                            select content
                            from document.attachment_piece
                            where attachment_id = :id and number = :number
                            """)
                    .param("id", id)
                    .param("number", number)
                    .query(byte[].class)
                    .single();
            target.write(piece);
            left -= piece.length;
        }
    }

    /**
     * Makes files part of a case, in the caller's transaction. Naming one that is already part of the case is harmless.
     *
     * @param ids values of file pickers and attachments of an opinion
     * @throws RuleViolation if one is neither the person's own nor already part of the case
     */
    public void bind(Collection<UUID> ids, UUID caseId) {
        for (var id : new LinkedHashSet<>(ids)) {
            var bound = jdbc.sql("""
                            insert into document.attachment_of_case (case_id, attachment_id, bound_at)
                            select :case, id, :now
                            from document.attachment
                            where id = :id
                              and (uploader = :person or exists (select from document.attachment_of_case
                                                                 where case_id = :case and attachment_id = :id))
                            on conflict (case_id, attachment_id) do update set bound_at = attachment_of_case.bound_at
                            """)
                    .param("case", caseId)
                    .param("id", id)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("person", user.username())
                    .update();
            if (bound == 0) {
                throw new RuleViolation(Message.of("document.attachment.gone"));
            }
        }
    }

    /** The files of a case that the person at work may see, in the order in which they came; none if not the case. */
    @Transactional(readOnly = true)
    public List<Attachment> of(UUID caseId) {
        if (!mayRead(caseId)) {
            return List.of();
        }
        return jdbc.sql("""
                        select a.id, a.name, a.media_type, a.size, a.sha256
                        from document.attachment a
                        join document.attachment_of_case c on c.attachment_id = a.id
                        where c.case_id = :case and (:all or not c.confidential)
                        order by c.bound_at, a.stored_at, a.id
                        """)
                .param("case", caseId)
                .param("all", mayReadConfidential(caseId))
                .query(Attachment.class)
                .list();
    }

    /** Deletes drafts' files that no case took up in time. @return how many */
    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    public int deleteAbandoned() {
        return jdbc.sql("""
                        delete from document.attachment a
                        where a.id in (select o.id
                                       from document.attachment o
                                       where o.stored_at < :limit
                                         and not exists (select from document.attachment_of_case c
                                                         where c.attachment_id = o.id)
                                       for update skip locked)
                        """)
                .param("limit", Timestamp.from(clock.instant().minus(settings.keepDraftFiles())))
                .update();
    }

    private Optional<Attachment> visible(UUID id) {
        var found = jdbc.sql("select id, name, media_type, size, sha256 from document.attachment where id = :id")
                .param("id", id)
                .query(Attachment.class)
                .optional();
        return found.filter(file -> isOwn(id) || placesOf(id).stream().anyMatch(this::mayRead));
    }

    private boolean isOwn(UUID id) {
        return jdbc.sql("select uploader is not distinct from :person from document.attachment where id = :id")
                .param("person", user.username())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private List<Place> placesOf(UUID id) {
        return jdbc.sql("select case_id, confidential from document.attachment_of_case where attachment_id = :id")
                .param("id", id)
                .query(Place.class)
                .list();
    }

    private boolean mayRead(Place place) {
        return mayRead(place.caseId()) && (!place.confidential() || mayReadConfidential(place.caseId()));
    }

    private boolean mayRead(UUID caseId) {
        return access.stream().anyMatch(rule -> rule.mayRead(caseId));
    }

    private boolean mayReadConfidential(UUID caseId) {
        return access.stream().anyMatch(rule -> rule.mayReadConfidential(caseId));
    }

    private void insert(Attachment attachment, @Nullable String uploader, Path file) throws IOException {
        jdbc.sql("""
                        insert into document.attachment (id, name, media_type, size, sha256, uploader, stored_at)
                        values (:id, :name, :mediaType, :size, :sha256, :uploader, :now)
                        """)
                .param("id", attachment.id())
                .param("name", attachment.name())
                .param("mediaType", attachment.mediaType())
                .param("size", attachment.size())
                .param("sha256", attachment.sha256())
                .param("uploader", uploader)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        try (var in = Files.newInputStream(file)) {
            var number = 0;
            for (var piece = in.readNBytes(PIECE_IN_BYTES); piece.length > 0; piece = in.readNBytes(PIECE_IN_BYTES)) {
                jdbc.sql(
                                "insert into document.attachment_piece (attachment_id, number, content) values (:id, :number, :content)")
                        .param("id", attachment.id())
                        .param("number", number++)
                        .param("content", piece)
                        .update();
            }
        }
    }
}
