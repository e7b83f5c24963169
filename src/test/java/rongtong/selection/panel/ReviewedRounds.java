package rongtong.selection.panel;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;
import rongtong.selection.programme.Programmes;
import rongtong.shared.Json;
import rongtong.workflow.TaskActions;
import rongtong.workflow.TaskInbox;

/** Rounds of the “223” plan whose applications have entered the review, written straight into the tables. */
@Component
@Lazy
public class ReviewedRounds {

    public static final String CONVENER = "jl-edu.handler";
    public static final String TRACK = "school";
    public static final List<String> CRITERIA = List.of("representativeness", "will-to-reform", "basic-conditions");

    /** Schools of Jilin from which no expert comes. */
    public static final List<String> SCHOOLS = List.of(
            "school-demo-220200-voc",
            "school-demo-220200-tech",
            "school-demo-220300-voc",
            "school-demo-220300-tech",
            "school-demo-220100-voc",
            "school-demo-220100-tech");

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final Programmes programmes;
    private final Panels panels;
    private final TaskInbox inbox;
    private final TaskActions actions;
    private final CurrentUser user;

    ReviewedRounds(
            JdbcClient jdbc,
            Json json,
            Clock clock,
            Programmes programmes,
            Panels panels,
            TaskInbox inbox,
            TaskActions actions,
            CurrentUser user) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.programmes = programmes;
        this.panels = panels;
        this.inbox = inbox;
        this.actions = actions;
        this.user = user;
    }

    /** A round that is closed, its case without a process. */
    public UUID round() {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        with entered as (
                            insert into workflow.case_file
                                (id, number, service, title, status, organization, starter, jurisdiction, started_at)
                            values (:id, :number, 'clocked', :title, 'RUNNING', 'JL-EDU', :starter, 'JL', :now)
                            returning id
                        )
                        insert into workflow.participant (case_id, organization) select id, 'JL-EDU' from entered
                        """)
                .param("id", id)
                .param("number", "测试" + id)
                .param("title", "“223”计划遴选")
                .param("starter", CONVENER)
                .param("now", now())
                .update();
        jdbc.sql("""
                        insert into selection.round
                            (case_id, programme, version, title, province, organ, status, opens_at, closes_at, created_at)
                        values (:id, 'jl-223', :version, '2026年“223”计划试点遴选', 'JL', 'JL-EDU', 'CLOSED',
                                :opens, :closes, :opens)
                        """)
                .param("id", id)
                .param("version", programmes.published("jl-223").orElseThrow().version())
                .param("opens", Timestamp.from(clock.instant().minus(Duration.ofDays(40))))
                .param("closes", Timestamp.from(clock.instant().minus(Duration.ofDays(10))))
                .update();
        return id;
    }

    public UUID application(UUID round, String applicant, String title, String... fields) {
        return application(round, applicant, title, Map.of("title", title, "fields", List.of(fields)));
    }

    public UUID application(UUID round, String applicant, String title, Map<String, Object> answers) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into selection.application
                            (case_id, round, track, applicant, region, title, status, answers, receipt, received_at, opened_at)
                        values (:id, :round, :track, :applicant, '220200', :title, 'ENTERED', :answers::jsonb, :receipt,
                                :now, :now)
                        """)
                .param("id", id)
                .param("round", round)
                .param("track", TRACK)
                .param("applicant", applicant)
                .param("title", title)
                .param("answers", json.write(answers))
                .param("receipt", "回执" + id)
                .param("now", now())
                .update();
        return id;
    }

    public void partner(UUID application, String organization) {
        jdbc.sql(
                        "insert into selection.partner (application, place, organization, name, kind) values (?, 0, ?, ?, 'SCHOOL')")
                .params(application, organization, organization)
                .update();
    }

    /** A round of some applications, assigned and begun. */
    public UUID begun(int applications) {
        var round = round();
        for (int i = 0; i < applications; i++) {
            application(round, SCHOOLS.get(i), "申报" + (i + 1), "robotics", "automobiles");
        }
        begin(round);
        return round;
    }

    public void begin(UUID round) {
        as(CONVENER, () -> panels.assign(round, 1));
        as(CONVENER, () -> panels.begin(round));
    }

    /** Who judges an application now. */
    public List<String> panel(UUID application) {
        return jdbc.sql(
                        "select expert from selection.assignment where application = ? and ended_at is null order by expert")
                .param(application)
                .query(String.class)
                .list();
    }

    public List<UUID> applications(UUID round) {
        return jdbc.sql("select case_id from selection.application where round = ? order by title, case_id")
                .param(round)
                .query(UUID.class)
                .list();
    }

    public List<Review> open(UUID round) {
        return jdbc.sql(
                        "select case_id, expert, track, turn from selection.review where round = ? and ended_at is null order by expert")
                .param(round)
                .query((rs, index) -> new Review(
                        rs.getObject("case_id", UUID.class),
                        round,
                        rs.getString("track"),
                        rs.getString("expert"),
                        rs.getInt("turn"),
                        clock.instant(),
                        clock.instant(),
                        null,
                        null))
                .list();
    }

    public String task(UUID caseId) {
        return jdbc.sql("select id from workflow.task where case_id = ? and state = 'OPEN' order by created_at limit 1")
                .param(caseId)
                .query(String.class)
                .single();
    }

    /** The expert promises, and recuses from the applications named. */
    public void declare(Review review, UUID... recused) {
        var recusals = List.of(recused).stream().map(id -> "回执" + id).toList();
        as(review.expert(), () -> {
            var task = task(review.caseId());
            var values = new HashMap<>(inbox.open(task).values());
            values.put("confidential", true);
            values.put("impartial", true);
            values.put(
                    "reviewRows",
                    rows(values, "reviewRows").stream()
                            .map(row -> {
                                var filled = new HashMap<>(row);
                                boolean away = recusals.contains(row.get("number"));
                                filled.put("stance", away ? "RECUSE" : "FREE");
                                filled.put("recusalReason", away ? "曾指导该校项目" : "");
                                return filled;
                            })
                            .toList());
            return actions.complete(task, values, "", List.of());
        });
    }

    /** All points of all sheets alike. */
    public void score(Review review, int points) {
        as(review.expert(), () -> {
            var task = task(review.caseId());
            var values = new HashMap<>(inbox.open(task).values());
            values.put(
                    "sheets",
                    rows(values, "sheets").stream()
                            .map(row -> {
                                var filled = new HashMap<>(row);
                                CRITERIA.forEach(key -> filled.put("points_" + key.replace('-', '_'), points));
                                filled.put("comment", "意见");
                                return filled;
                            })
                            .toList());
            return actions.complete(task, values, "", List.of());
        });
    }

    /** All who are open declare and score. */
    public void judgeAll(UUID round) {
        for (var review : open(round)) {
            declare(review);
            score(review, 80);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> values, String key) {
        return new ArrayList<>((List<Map<String, Object>>) values.get(key));
    }

    public <T> T as(String username, Callable<T> work) {
        try {
            return user.runAs(username, work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
