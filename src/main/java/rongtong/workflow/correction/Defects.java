package rongtong.workflow.correction;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.form.AnswerWords;
import rongtong.form.FormChanges;
import rongtong.form.FormModel;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.shared.Json;
import rongtong.workflow.CaseAccess;

/** What applicants have to correct, round by round in each stage of a case; nothing is overwritten (default D14). */
@Service
@Transactional
public class Defects {

    private final JdbcClient jdbc;
    private final Json json;
    private final Applications applications;
    private final AnswerWords words;
    private final Accounts accounts;
    private final CaseAccess access;
    private final CurrentUser user;
    private final Clock clock;

    Defects(
            JdbcClient jdbc,
            Json json,
            Applications applications,
            AnswerWords words,
            Accounts accounts,
            CaseAccess access,
            CurrentUser user,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.applications = applications;
        this.words = words;
        this.accounts = accounts;
        this.access = access;
        this.user = user;
        this.clock = clock;
    }

    /** What a reviewer marks. @param field data path in the application form */
    record Mark(String field, String label, String labelEn, String reason) {}

    /** One notice to an applicant. */
    record Round(
            UUID id,
            UUID caseId,
            int number,
            String status,
            String definition,
            String step,
            String applicant,
            Map<String, @Nullable Object> former,
            @Nullable Map<String, @Nullable Object> corrected,
            @Nullable String note) {}

    /**
     * The defects that the latest notice of a stage lists, in its order; empty if none was given. For documents: asks
     * nobody's permission.
     */
    @Transactional(readOnly = true)
    public List<Defect> of(UUID caseId, String stage) {
        return latest(caseId, stage, "OPEN", "CORRECTED", "LAPSED")
                .map(round -> read(
                        "k.id = :id",
                        Map.of("id", round.id()),
                        LocaleContextHolder.getLocale(),
                        Map.of(round.id(), round)))
                .orElse(List.of());
    }

    /**
     * All defects of a case that the person may read, by stage and round: public bodies those of every applicant,
     * others their own.
     *
     * @throws rongtong.shared.NotFound if the person may not see the case
     */
    @Transactional(readOnly = true)
    public List<Defect> of(UUID caseId) {
        access.requireVisible(caseId);
        var all = access.readsAnswersOfAll();
        return read(
                "k.case_id = :case and (:all or k.applicant = :organization)",
                Map.of("case", caseId, "all", all, "organization", user.organization()),
                LocaleContextHolder.getLocale(),
                new LinkedHashMap<>());
    }

    private List<Defect> read(String where, Map<String, ?> parameters, Locale locale, Map<UUID, Round> rounds) {
        var english = locale.getLanguage().equals("en");
        var known = new LinkedHashMap<>(rounds);
        var models = new LinkedHashMap<UUID, Versions>();
        return jdbc.sql("""
                        select k.id, k.stage, k.round, k.status, d.field, d.label, d.label_en, d.reason, d.raised_by,
                               d.raised_at, d.outcome, d.closed_by, d.closed_at
                        from workflow.correction k join workflow.defect d on d.correction = k.id
                        where k.status in ('OPEN', 'CORRECTED', 'LAPSED') and %s
                        order by k.raised_at, k.stage, k.round, d.position
                        """.formatted(where))
                .params(parameters)
                .query((rs, index) -> {
                    var id = rs.getObject("id", UUID.class);
                    var versions = models.computeIfAbsent(
                            id,
                            any -> versions(
                                    known.computeIfAbsent(
                                            id, one -> round("id = ?", one).orElseThrow()),
                                    locale));
                    var field = rs.getString("field");
                    var outcome = rs.getString("outcome");
                    var closedBy = rs.getString("closed_by");
                    var closedAt = rs.getTimestamp("closed_at");
                    return new Defect(
                            rs.getString("stage"),
                            rs.getInt("round"),
                            field,
                            rs.getString(english ? "label_en" : "label"),
                            rs.getString("reason"),
                            state(rs.getString("status"), outcome),
                            accounts.displayName(rs.getString("raised_by")),
                            rs.getTimestamp("raised_at").toInstant(),
                            closedBy == null ? null : accounts.displayName(closedBy),
                            closedAt == null ? null : closedAt.toInstant(),
                            words.answer(versions.former(), field, locale),
                            versions.corrected() == null ? null : words.answer(versions.corrected(), field, locale));
                })
                .list();
    }

    private static Defect.State state(String status, @Nullable String outcome) {
        if (outcome == null) {
            return status.equals("CORRECTED") ? Defect.State.CORRECTED : Defect.State.ASKED;
        }
        return switch (outcome) {
            case "CLOSED" -> Defect.State.CLOSED;
            case "OPEN" -> Defect.State.STILL_OPEN;
            default -> Defect.State.LAPSED;
        };
    }

    /** Both versions of the answers, in the reader's language. */
    private record Versions(FormModel former, @Nullable FormModel corrected) {}

    private Versions versions(Round round, Locale locale) {
        var form = applications
                .form(round.caseId(), round.definition(), round.step())
                .in(locale);
        return new Versions(
                FormModel.readOnly(form, present(round.former())),
                round.corrected() == null ? null : FormModel.readOnly(form, present(round.corrected())));
    }

    private static Map<String, Object> present(Map<String, @Nullable Object> values) {
        var present = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> {
            if (value != null) {
                present.put(key, value);
            }
        });
        return present;
    }

    /** What an applicant has changed in the latest correction of a stage, old and new in words, by data path. */
    @Transactional(readOnly = true)
    public List<Change> changes(UUID caseId, String stage) {
        access.requireVisible(caseId);
        var locale = LocaleContextHolder.getLocale();
        var versions = latest(caseId, stage, "CORRECTED").map(round -> versions(round, locale));
        var corrected = versions.map(Versions::corrected).orElse(null);
        if (corrected == null) {
            return List.of();
        }
        var former = versions.orElseThrow().former();
        return FormChanges.withNew(former, corrected).stream()
                .map(path -> new Change(
                        path,
                        words.place(corrected, path, locale),
                        words.answer(former, path, locale),
                        words.answer(corrected, path, locale)))
                .toList();
    }

    /** One answer in two versions. @param field data path in the application form */
    public record Change(String field, String label, String before, String after) {}

    /** How often an applicant was asked to correct in a stage (default D13). */
    @Transactional(readOnly = true)
    public int asked(UUID caseId, String stage) {
        return jdbc.sql("""
                        select count(*) from workflow.correction
                        where case_id = :case and stage = :stage and status in ('OPEN', 'CORRECTED', 'LAPSED')
                        """)
                .param("case", caseId)
                .param("stage", stage)
                .query(Integer.class)
                .single();
    }

    /** The latest round of a stage that has one of the states. */
    Optional<Round> latest(UUID caseId, String stage, String... states) {
        return round(
                "id = (select id from workflow.correction where case_id = ? and stage = ? and status = any(?)"
                        + " order by round desc limit 1)",
                caseId,
                stage,
                states);
    }

    private Optional<Round> round(String where, Object... parameters) {
        return jdbc.sql("""
                        select id, case_id, round, status, definition, step, applicant, former, corrected, note
                        from workflow.correction where %s
                        """.formatted(where))
                .params(parameters)
                .query((rs, index) -> {
                    var corrected = rs.getString("corrected");
                    return new Round(
                            rs.getObject("id", UUID.class),
                            rs.getObject("case_id", UUID.class),
                            rs.getInt("round"),
                            rs.getString("status"),
                            rs.getString("definition"),
                            rs.getString("step"),
                            rs.getString("applicant"),
                            json.readObject(rs.getString("former")),
                            corrected == null ? null : json.readObject(corrected),
                            rs.getString("note"));
                })
                .optional();
    }

    /** What a round lists, in its order. */
    List<Mark> marks(UUID round) {
        return jdbc.sql(
                        "select field, label, label_en, reason from workflow.defect where correction = ? order by position")
                .params(round)
                .query((rs, index) -> new Mark(
                        rs.getString("field"), rs.getString("label"), rs.getString("label_en"), rs.getString("reason")))
                .list();
    }

    /**
     * Opens a round.
     *
     * @param proposed whether a leader has to approve it first
     */
    void raise(
            UUID caseId,
            String stage,
            Application application,
            String organ,
            String applicant,
            List<Mark> marks,
            boolean proposed) {
        var id = UUID.randomUUID();
        var now = now();
        jdbc.sql("""
                        insert into workflow.correction
                            (id, case_id, stage, round, status, definition, process, step, organ, applicant, former, raised_at)
                        select :id, :case, :stage, coalesce(max(round), 0) + 1, :status, :definition, :process, :step, :organ,
                               :applicant, :former::jsonb, :now
                        from workflow.correction where case_id = :case and stage = :stage
                        """)
                .param("id", id)
                .param("case", caseId)
                .param("stage", stage)
                .param("status", proposed ? "PROPOSED" : "OPEN")
                .param("definition", application.definition())
                .param("process", application.process())
                .param("step", application.step())
                .param("organ", organ)
                .param("applicant", applicant)
                .param("former", json.write(application.answers()))
                .param("now", now)
                .update();
        for (int position = 0; position < marks.size(); position++) {
            var mark = marks.get(position);
            jdbc.sql("""
                            insert into workflow.defect
                                (correction, position, field, label, label_en, reason, raised_by, raised_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            id,
                            position,
                            mark.field(),
                            mark.label(),
                            mark.labelEn(),
                            mark.reason(),
                            user.username(),
                            now)
                    .update();
        }
    }

    /** A leader decides on a proposed round. */
    void decide(Round round, boolean approved, String reason) {
        jdbc.sql("""
                        update workflow.correction set status = :status, approved_by = :leader, reason = :reason
                        where id = :id and status = 'PROPOSED'
                        """)
                .param("status", approved ? "OPEN" : "REJECTED")
                .param("leader", user.username())
                .param("reason", reason)
                .param("id", round.id())
                .update();
    }

    /** The applicant has handed in the corrected answers. */
    void corrected(Round round, Map<String, @Nullable Object> answers, String note) {
        jdbc.sql("""
                        update workflow.correction
                        set status = 'CORRECTED', corrected = :answers::jsonb, note = :note, corrected_at = :now
                        where id = :id and status = 'OPEN'
                        """)
                .param("answers", json.write(answers))
                .param("note", note.isEmpty() ? null : note)
                .param("now", now())
                .param("id", round.id())
                .update();
    }

    /** The reviewer has looked at one correction. @param outcome {@code CLOSED} or {@code OPEN} */
    void check(Round round, int position, String outcome) {
        jdbc.sql("""
                        update workflow.defect set outcome = :outcome, closed_by = :person, closed_at = :now
                        where correction = :id and position = :position and outcome is distinct from :outcome
                        """)
                .param("outcome", outcome)
                .param("person", user.username())
                .param("now", now())
                .param("id", round.id())
                .param("position", position)
                .update();
    }

    /** The deadline passed. */
    void lapse(Round round) {
        jdbc.sql("update workflow.correction set status = 'LAPSED' where id = ? and status = 'OPEN'")
                .params(round.id())
                .update();
        jdbc.sql(
                        "update workflow.defect set outcome = 'LAPSED', closed_at = ? where correction = ? and outcome is null")
                .params(now(), round.id())
                .update();
    }

    /** The places that can have a defect, as the reader's language calls them. */
    List<Map<String, Object>> places(FormModel model, Locale locale) {
        var places = new ArrayList<Map<String, Object>>();
        words.places(model, locale)
                .forEach(place -> places.add(Map.of("value", place.value(), "label", place.label())));
        return places;
    }

    /** A mark with the names of its place in both languages. */
    Mark mark(FormModel chinese, FormModel english, String field, String reason) {
        return new Mark(
                field,
                words.place(chinese, field, Locale.SIMPLIFIED_CHINESE),
                words.place(english, field, Locale.ENGLISH),
                reason);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
