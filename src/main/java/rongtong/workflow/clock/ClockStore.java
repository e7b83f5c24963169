package rongtong.workflow.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.calendar.WorkCalendar;

/** The tables of the clocks. */
@Component
class ClockStore {

    private final JdbcClient jdbc;

    ClockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param endedAt of the clock, or of its case */
    record Row(
            UUID id,
            UUID caseId,
            String caseNumber,
            String caseTitle,
            String stage,
            String nameZh,
            String nameEn,
            @Nullable String organ,
            String jurisdiction,
            LocalDate startedOn,
            int limitDays,
            int extraDays,
            @Nullable Instant extendedAt,
            Instant dueAt,
            @Nullable Instant endedAt,
            List<Reckoning.Pause> pauses) {

        Reckoning reckoning(WorkCalendar calendar) {
            return new Reckoning(calendar, startedOn, limitDays + extraDays, pauses);
        }

        boolean stopped() {
            return !pauses.isEmpty() && pauses.getLast().resumedOn() == null;
        }
    }

    private static final String SELECT = """
            select k.*, coalesce(k.ended_at, c.ended_at) as over_at, c.number as case_number, c.title as case_title
            from workflow.clock k join workflow.case_file c on c.id = k.case_id
            """;

    /**
     * @param organ code of the organisation, null where the model names none
     * @param isPeriod whether the time runs by itself, so that nobody is late when it ends
     */
    void insert(
            UUID caseId,
            String stage,
            String nameZh,
            String nameEn,
            @Nullable String organ,
            String jurisdiction,
            LocalDate startedOn,
            int limitDays,
            Instant due,
            boolean isPeriod) {
        jdbc.sql("""
                        insert into workflow.clock (id, case_id, stage, number, name_zh, name_en, organ, jurisdiction,
                                                    started_on, limit_days, due_at, is_period)
                        select :id, :case, :stage, count(*) + 1, :zh, :en, :organ, :jurisdiction, :started, :limit, :due,
                               :period
                        from workflow.clock where case_id = :case and stage = :stage
                        """)
                .param("id", UUID.randomUUID())
                .param("case", caseId)
                .param("stage", stage)
                .param("zh", nameZh)
                .param("en", nameEn)
                .param("organ", organ, java.sql.Types.VARCHAR)
                .param("jurisdiction", jurisdiction)
                .param("started", startedOn)
                .param("limit", limitDays)
                .param("due", at(due))
                .param("period", isPeriod)
                .update();
    }

    /** The newest run of a stage. */
    Optional<Row> find(UUID caseId, String stage) {
        return jdbc.sql(SELECT + "where k.case_id = :case and k.stage = :stage order by k.number desc limit 1")
                .param("case", caseId)
                .param("stage", stage)
                .query(this::row)
                .optional();
    }

    /** The same, kept from others until the transaction ends. */
    Optional<Row> lock(UUID caseId, String stage) {
        jdbc.sql(
                        "select id from workflow.clock where case_id = :case and stage = :stage and ended_at is null for update")
                .param("case", caseId)
                .param("stage", stage)
                .query(UUID.class)
                .list();
        return find(caseId, stage);
    }

    /** The newest run of each stage of a case, in the order in which they began. */
    List<Row> of(UUID caseId) {
        return jdbc.sql(SELECT + """
                        where k.case_id = :case
                        and k.number = (select max(l.number) from workflow.clock l
                                        where l.case_id = k.case_id and l.stage = k.stage)
                        order by k.started_on, k.stage
                        """).param("case", caseId).query(this::row).list();
    }

    /** Clocks that have not ended, of running cases, in provinces. */
    List<Row> running(Collection<String> jurisdictions) {
        var pauses = pauses("join workflow.clock k on k.id = p.clock where k.ended_at is null", Map.of());
        return jdbc.sql(SELECT + """
                        where k.ended_at is null and c.status = 'RUNNING' and k.jurisdiction = any(:jurisdictions)
                        order by k.due_at, k.id
                        """)
                .param("jurisdictions", jurisdictions.toArray(String[]::new))
                .query((rs, index) -> row(rs, pauses.getOrDefault(rs.getObject("id", UUID.class), List.of())))
                .list();
    }

    List<String> jurisdictions() {
        return jdbc.sql("select distinct jurisdiction from workflow.clock where ended_at is null")
                .query(String.class)
                .list();
    }

    private Row row(ResultSet rs, int index) throws SQLException {
        var id = rs.getObject("id", UUID.class);
        return row(rs, pauses("where p.clock = :clock", Map.of("clock", id)).getOrDefault(id, List.of()));
    }

    private static Row row(ResultSet rs, List<Reckoning.Pause> pauses) throws SQLException {
        return new Row(
                rs.getObject("id", UUID.class),
                rs.getObject("case_id", UUID.class),
                rs.getString("case_number"),
                rs.getString("case_title"),
                rs.getString("stage"),
                rs.getString("name_zh"),
                rs.getString("name_en"),
                rs.getString("organ"),
                rs.getString("jurisdiction"),
                rs.getObject("started_on", LocalDate.class),
                rs.getInt("limit_days"),
                rs.getInt("extra_days"),
                instant(rs, "extended_at"),
                rs.getTimestamp("due_at").toInstant(),
                instant(rs, "over_at"),
                pauses);
    }

    private Map<UUID, List<Reckoning.Pause>> pauses(String where, Map<String, ?> parameters) {
        var found = new HashMap<UUID, List<Reckoning.Pause>>();
        jdbc.sql("select p.clock, p.reason, p.stopped_on, p.resumed_on from workflow.clock_pause p " + where
                        + " order by p.clock, p.place")
                .params(parameters)
                .query((rs, index) -> {
                    found.computeIfAbsent(rs.getObject("clock", UUID.class), any -> new ArrayList<>())
                            .add(new Reckoning.Pause(
                                    PauseReason.valueOf(rs.getString("reason")),
                                    rs.getObject("stopped_on", LocalDate.class),
                                    rs.getObject("resumed_on", LocalDate.class)));
                    return true;
                })
                .list();
        return found;
    }

    void stop(UUID clock, PauseReason reason, LocalDate day) {
        jdbc.sql("""
                        insert into workflow.clock_pause (id, clock, reason, stopped_on, place)
                        select ?, ?, ?, ?, count(*) from workflow.clock_pause where clock = ?
                        """)
                .params(UUID.randomUUID(), clock, reason.name(), day, clock)
                .update();
    }

    void resume(UUID clock, LocalDate day) {
        jdbc.sql("update workflow.clock_pause set resumed_on = ? where clock = ? and resumed_on is null")
                .params(day, clock)
                .update();
    }

    void extend(UUID clock, int days, Instant now) {
        jdbc.sql("update workflow.clock set extra_days = ?, extended_at = ? where id = ?")
                .params(days, at(now), clock)
                .update();
    }

    boolean extendedBefore(UUID caseId, String stage) {
        return jdbc.sql("""
                        select exists (select from workflow.clock
                                       where case_id = ? and stage = ? and extended_at is not null)
                        """).params(caseId, stage).query(Boolean.class).single();
    }

    /** A clock that is due later than it was is not overdue any more. */
    void due(UUID clock, Instant due, Instant now) {
        jdbc.sql("""
                        update workflow.clock
                        set due_at = :due, overdue_at = case when :due > :now then null else overdue_at end
                        where id = :clock
                        """)
                .param("due", at(due))
                .param("now", at(now))
                .param("clock", clock)
                .update();
    }

    void end(UUID clock, Instant now) {
        jdbc.sql("update workflow.clock set ended_at = ? where id = ?")
                .params(at(now), clock)
                .update();
    }

    /** Marks as overdue what is and was not marked. @return the clocks that this call has marked */
    List<UUID> markOverdue(Instant now) {
        return jdbc.sql("""
                        update workflow.clock k set overdue_at = :now
                        where k.ended_at is null and k.overdue_at is null and k.due_at < :now and not k.is_period
                        and exists (select from workflow.case_file c where c.id = k.case_id and c.status = 'RUNNING')
                        and not exists (select from workflow.clock_pause p where p.clock = k.id and p.resumed_on is null)
                        returning k.id
                        """).param("now", at(now)).query(UUID.class).list();
    }

    /** The same for one clock. @return whether this call has marked it */
    boolean markOverdue(UUID clock, Instant now) {
        return jdbc.sql("update workflow.clock set overdue_at = ? where id = ? and overdue_at is null")
                        .params(at(now), clock)
                        .update()
                == 1;
    }

    Row get(UUID clock) {
        return jdbc.sql(SELECT + "where k.id = :clock")
                .param("clock", clock)
                .query(this::row)
                .single();
    }

    String jurisdictionOfCase(UUID caseId) {
        return jdbc.sql("select jurisdiction from workflow.case_file where id = ?")
                .param(caseId)
                .query(String.class)
                .single();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var moment = rs.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
