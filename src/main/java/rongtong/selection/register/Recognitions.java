package rongtong.selection.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.document.DocumentNumbers;
import rongtong.organization.Organizations;
import rongtong.selection.application.ApplicationStatus;
import rongtong.selection.application.PilotApplication;
import rongtong.selection.application.PilotApplications;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.RegisterKind;
import rongtong.selection.round.Round;
import rongtong.selection.round.Rounds;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.RuleViolation;
import rongtong.shared.SearchText;
import rongtong.workflow.CaseMessages;

/**
 * The registers of what was selected. Who was recognised is public (default of P18 and P21); what the evaluations said is
 * left out of the lists for those it does not concern. Entering and ending are for the processes alone.
 */
@Service
@Transactional
public class Recognitions {

    /** Status as of {@code :today}. */
    private static final String STATUS = """
            case when r.status in ('ACTIVE', 'RECTIFYING') and r.valid_to < :today then 'EXPIRED' else r.status end""";

    private static final String ROWS = "select r.*, " + STATUS + """
             as standing, e.grade, e.at as evaluated_at
            from selection.recognition r
            left join lateral (select grade, at from selection.evaluation
                               where recognition = r.id order by number desc limit 1) e on true
            """;

    private final JdbcClient jdbc;
    private final DocumentNumbers numbers;
    private final PilotApplications applications;
    private final Rounds rounds;
    private final Programmes programmes;
    private final Organizations organizations;
    private final Evaluations evaluations;
    private final RecognitionAccess access;
    private final CaseMessages messages;
    private final Clock clock;

    Recognitions(
            JdbcClient jdbc,
            DocumentNumbers numbers,
            PilotApplications applications,
            Rounds rounds,
            Programmes programmes,
            Organizations organizations,
            Evaluations evaluations,
            RecognitionAccess access,
            CaseMessages messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.applications = applications;
        this.rounds = rounds;
        this.programmes = programmes;
        this.organizations = organizations;
        this.evaluations = evaluations;
        this.access = access;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Enters all applications of a round that were selected and are in no register yet; done twice it enters nothing more.
     * The evaluations of the same organisations so far are noted as laid before this decision (R-LN-14, R-JL-34).
     *
     * @return how many were entered
     */
    public int enter(UUID round) {
        var selected = applications.of(round, ApplicationStatus.SELECTED);
        var held = rounds.get(round);
        int entered = 0;
        for (var application : selected) {
            if (of(application.caseId()).isEmpty()) {
                enter(application, held);
                entered++;
            }
        }
        return entered;
    }

    /**
     * Enters one application, such as a reserve that moved up; one that is entered already stays as it is.
     *
     * @return id of the recognition
     * @throws RuleViolation if the application was not selected
     */
    public UUID enterApplication(UUID application) {
        return of(application).map(Recognition::id).orElseGet(() -> {
            var decided = applications.get(application);
            if (decided.status() != ApplicationStatus.SELECTED) {
                throw new RuleViolation(Message.of("selection.register.not-selected", decided.title()));
            }
            return enter(decided, rounds.get(decided.round()));
        });
    }

    private UUID enter(PilotApplication application, Round round) {
        var programme = programmes.get(round.programme(), round.version());
        var today = LocalDate.now(clock);
        var id = UUID.randomUUID();
        var number = nextNumber(round.province(), programme.register(), today.getYear());
        insert(new Recognition(
                id,
                number,
                application.caseId(),
                round.caseId(),
                programme.key(),
                programme.register(),
                application.track(),
                round.province(),
                round.organ(),
                application.applicant(),
                application.title(),
                RecognitionStatus.ACTIVE,
                today,
                today.plusYears(programme.validityYears()).minusDays(1),
                null,
                "",
                ""));
        evaluations.use(application.applicant(), Purpose.PILOT, number);
        return id;
    }

    /** 吉试点〔2026〕1号: one series for each register, province and year, without gaps. */
    String nextNumber(String province, RegisterKind register, int year) {
        return numbers.next(place(province), series(register), year).text();
    }

    private static String place(String province) {
        return switch (province) {
            case "LN" -> "辽";
            case "JL" -> "吉";
            case "ZJ" -> "浙";
            default -> province;
        };
    }

    private static String series(RegisterKind register) {
        return switch (register) {
            case PILOT -> "试点";
            case ALLIANCE -> "示范联盟";
            case ENTERPRISE -> "融合企业";
            case BASE -> "实训基地";
            case PROJECT -> "协同项目";
            case RECOMMENDATION -> "国推";
        };
    }

    void insert(Recognition entry) {
        jdbc.sql("""
                        insert into selection.recognition (id, number, application, programme, round, register, track,
                            province, organ, organization, title, status, valid_from, valid_to, ended_on, ended_reason,
                            source)
                        values (:id, :number, :application, :programme, :round, :register, :track, :province, :organ,
                            :organization, :title, :status, :from, :to, :endedOn, :endedReason, :source)
                        """)
                .param("id", entry.id())
                .param("number", entry.number())
                .param("application", entry.application())
                .param("programme", entry.programme())
                .param("round", entry.round())
                .param("register", entry.register().name())
                .param("track", entry.track())
                .param("province", entry.province())
                .param("organ", entry.organ())
                .param("organization", entry.organization())
                .param("title", entry.title())
                .param("status", entry.status().name())
                .param("from", entry.validFrom())
                .param("to", entry.validTo())
                .param("endedOn", entry.endedOn())
                .param("endedReason", entry.endedReason())
                .param("source", entry.source())
                .update();
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public Recognition get(UUID recognition) {
        return single("where r.id = :id", "id", recognition)
                .orElseThrow(() -> new NotFound("recognition", recognition));
    }

    /** The one that rests on an application. */
    @Transactional(readOnly = true)
    public Optional<Recognition> of(UUID application) {
        return single("where r.application = :application", "application", application);
    }

    @Transactional(readOnly = true)
    Optional<Recognition> numbered(String number) {
        return single("where r.number = :number", "number", number);
    }

    private Optional<Recognition> single(String where, String parameter, Object value) {
        return jdbc.sql(ROWS + where)
                .param("today", LocalDate.now(clock))
                .param(parameter, value)
                .query((row, index) -> recognition(row))
                .optional();
    }

    /** What an organisation has in a register and is in force today. */
    @Transactional(readOnly = true)
    public List<Recognition> inForce(String organization, RegisterKind register) {
        return jdbc
                .sql(ROWS
                        + "where r.organization = :organization and r.register = :register order by r.valid_from, r.id")
                .param("today", LocalDate.now(clock))
                .param("organization", organization)
                .param("register", register.name())
                .query((row, index) -> recognition(row))
                .list()
                .stream()
                .filter(recognition -> recognition.status().isInForce())
                .toList();
    }

    /** Lines of the registers, the newest first; grades only where the person may read them. */
    @Transactional(readOnly = true)
    public Page<RecognitionRow> find(RecognitionFilter filter, int page, int size) {
        var found = list(filter, page, size);
        return found.map(row -> access.readsEvaluations(row.organization()) ? row : row.withoutEvaluation());
    }

    /** The same for everybody, without any evaluation. */
    @Transactional(readOnly = true)
    public Page<RecognitionRow> published(RecognitionFilter filter, int page, int size) {
        return list(filter, page, size).map(RecognitionRow::withoutEvaluation);
    }

    private Page<RecognitionRow> list(RecognitionFilter filter, int page, int size) {
        var words = new ProgrammeWords(programmes);
        var items = bind(
                        ROWS + WHERE + " order by r.valid_from desc, r.number desc, r.id offset :offset limit :size",
                        filter)
                .param("offset", (long) page * size)
                .param("size", size)
                .query((row, index) -> line(row, words))
                .list();
        var total = bind("select count(*) from selection.recognition r " + WHERE, filter)
                .query(Long.class)
                .single();
        return new Page<>(items, page, size, total);
    }

    private static final String WHERE = "where (cast(:register as text) is null or r.register = :register)"
            + " and (cast(:province as text) is null or r.province = :province)"
            + " and (cast(:programme as text) is null or r.programme = :programme)"
            + " and (cast(:status as text) is null or :status = " + STATUS + ")"
            + " and (cast(:organization as text) is null or r.organization = :organization)"
            + """
               and (cast(:text as text) is null or r.title ilike :text or r.number ilike :text
                    or r.organization ilike :text
                    or r.organization in (select organization from organization.name
                                         where name_zh ilike :text or name_en ilike :text))
              """;

    private JdbcClient.StatementSpec bind(String sql, RecognitionFilter filter) {
        var text = filter.text();
        var register = filter.register();
        var status = filter.status();
        return jdbc.sql(sql)
                .param("today", LocalDate.now(clock))
                .param("register", register == null ? null : register.name())
                .param("province", filter.province())
                .param("programme", filter.programme())
                .param("status", status == null ? null : status.name())
                .param("organization", filter.organization())
                .param("text", text == null ? null : "%" + SearchText.literal(text) + "%");
    }

    /**
     * One recognition with its evaluations, as far as the person may read them.
     *
     * @param key its id or its number
     * @throws NotFound if there is none
     */
    @Transactional(readOnly = true)
    public RecognitionView view(String key) {
        var found = uuid(key)
                .flatMap(id -> single("where r.id = :id", "id", id))
                .or(() -> numbered(key))
                .orElseThrow(() -> new NotFound("recognition", key));
        var words = new ProgrammeWords(programmes);
        var row = jdbc.sql(ROWS + "where r.id = :id")
                .param("today", LocalDate.now(clock))
                .param("id", found.id())
                .query((rs, index) -> line(rs, words))
                .single();
        var reads = access.readsEvaluations(found.organization());
        var evaluates = access.evaluates(found);
        var application = found.application();
        var awaited = evaluates && application != null && messages.isAwaited(application, Checks.ORDERED);
        return new RecognitionView(
                reads ? row : row.withoutEvaluation(),
                application,
                found.organ(),
                organizations.name(found.organ()),
                found.status() == RecognitionStatus.WITHDRAWN ? found.endedReason() : "",
                reads,
                reads ? evaluations.of(found.id()) : List.of(),
                reads ? evaluations.usesOf(found.id()) : List.of(),
                awaited,
                evaluates && !awaited);
    }

    private static Optional<UUID> uuid(String key) {
        try {
            return Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** Has to be put right (整改); it stays in force meanwhile. */
    public void rectify(UUID recognition) {
        move(recognition, RecognitionStatus.RECTIFYING);
    }

    /** Is kept after an evaluation. */
    public void keep(UUID recognition) {
        move(recognition, RecognitionStatus.ACTIVE);
    }

    private void move(UUID recognition, RecognitionStatus to) {
        jdbc.sql("update selection.recognition set status = ? where id = ? and status in ('ACTIVE', 'RECTIFYING')")
                .params(to.name(), recognition)
                .update();
    }

    /** The final evaluation is passed (结题). */
    public void complete(UUID recognition) {
        end(recognition, RecognitionStatus.COMPLETED, "");
    }

    /**
     * Takes a recognition back (撤销); the entry stays, with the reason.
     *
     * @throws RuleViolation if no reason is given
     */
    public void withdraw(UUID recognition, String reason) {
        if (reason.isBlank()) {
            throw new RuleViolation(Message.of("selection.register.reason-missing"));
        }
        end(recognition, RecognitionStatus.WITHDRAWN, reason.strip());
    }

    private void end(UUID recognition, RecognitionStatus status, String reason) {
        jdbc.sql("""
                        update selection.recognition set status = :status, ended_on = :today, ended_reason = :reason
                        where id = :id and status in ('ACTIVE', 'RECTIFYING')
                        """)
                .param("status", status.name())
                .param("today", LocalDate.now(clock))
                .param("reason", reason)
                .param("id", recognition)
                .update();
    }

    private static Recognition recognition(ResultSet row) throws SQLException {
        return new Recognition(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                text(row, "number"),
                row.getObject("application", UUID.class),
                row.getObject("round", UUID.class),
                text(row, "programme"),
                RegisterKind.valueOf(text(row, "register")),
                text(row, "track"),
                text(row, "province"),
                text(row, "organ"),
                text(row, "organization"),
                text(row, "title"),
                RecognitionStatus.valueOf(text(row, "standing")),
                day(row, "valid_from"),
                day(row, "valid_to"),
                row.getObject("ended_on", LocalDate.class),
                text(row, "ended_reason"),
                text(row, "source"));
    }

    private RecognitionRow line(ResultSet row, ProgrammeWords words) throws SQLException {
        var entry = recognition(row);
        var grade = row.getString("grade");
        var evaluated = row.getTimestamp("evaluated_at");
        return new RecognitionRow(
                entry.id(),
                entry.number(),
                entry.register(),
                entry.province(),
                entry.programme(),
                words.programme(entry.programme()),
                entry.track(),
                words.track(entry.programme(), entry.track()),
                entry.organization(),
                organizations.name(entry.organization()),
                entry.title(),
                entry.status(),
                entry.validFrom(),
                entry.validTo(),
                entry.endedOn(),
                grade == null ? null : Grade.valueOf(grade),
                evaluated == null
                        ? null
                        : evaluated.toInstant().atZone(clock.getZone()).toLocalDate(),
                entry.source());
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class), column);
    }
}
