package rongtong.selection.ranking;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.organization.OrganizationKind;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.RegisterKind;
import rongtong.selection.programme.Scoring;
import rongtong.selection.programme.Track;
import rongtong.shared.Json;

/** Rounds whose sheets are in, written straight into the tables. Their programmes are retired: no list shows them. */
@Component
@Lazy
public class ScoredRounds {

    public static final String CONVENER = "jl-edu.handler";
    public static final String LEAD = "jl-hrss.handler";
    public static final String PARTICIPANT = "jl-iit.handler";
    public static final String STRANGER = "jl-tax.handler";

    /** Schools of Jilin in the real data. */
    public static final List<String> SCHOOLS =
            List.of("school-demo-220200-voc", "school-demo-220200-tech", "school-demo-220581-voc", "school-4122012902");

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    ScoredRounds(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** As the “223” plan: two regions exactly, schools by the given quota. */
    public static Programme programme(String key, Scoring scoring, Quota schools) {
        return new Programme(
                key,
                1,
                "JL",
                "职业教育产教融合“223”计划",
                "“223” plan",
                "",
                "",
                List.of("JL-2018-48 (二十九)"),
                List.of("education", "human-resources", "development-reform"),
                List.of("industry", "state-assets"),
                RegisterKind.PILOT,
                List.of(
                        track("region", "地区", "Regions", new Quota(Quota.Kind.EXACTLY, 2)),
                        track("school", "职业学校（职教集团）", "Schools and groups", schools)),
                scoring,
                5,
                3,
                new Quota(Quota.Kind.ABOUT, 300),
                List.of("R-JL-35", "R-JL-36", "R-JL-37"),
                List.of());
    }

    private static Track track(String key, String name, String nameEn, Quota quota) {
        return new Track(
                key,
                name,
                nameEn,
                Set.of(OrganizationKind.SCHOOL),
                quota,
                "none",
                "none",
                List.of(),
                List.of(
                        Tracks.named("representativeness", "代表性", "Representativeness", 40, 100),
                        Tracks.named("will-to-reform", "改革意愿", "Will to reform", 30, 100),
                        Tracks.named("basic-conditions", "基础条件", "Basic conditions", 30, 100)),
                5);
    }

    /** A round of the programme, its applications entered. */
    public UUID round(Programme programme) {
        jdbc.sql("""
                        with published as (
                            insert into selection.programme
                                (key, version, province, status, definition, edited_at, published_at)
                            values (:key, 1, 'JL', 'PUBLISHED', :definition::jsonb, :now, :now)
                            on conflict do nothing
                            returning key
                        )
                        insert into selection.retirement (programme, number, reason, retired_by, retired_at)
                        select key, 1, '只供测试使用', 'jl-edu.leader', :now from published
                        """)
                .param("key", programme.key())
                .param("definition", json.write(programme))
                .param("now", now())
                .update();
        var round = UUID.randomUUID();
        jdbc.sql("""
                        insert into selection.round
                            (case_id, programme, version, title, province, organ, status, opens_at, closes_at, created_at)
                        values (:id, :programme, 1, '2026年职业教育产教融合“223”计划试点遴选', 'JL', 'JL-EDU', 'RANKED',
                                :opens, :closes, :opens)
                        """)
                .param("id", round)
                .param("programme", programme.key())
                .param("opens", Timestamp.from(clock.instant().minus(Duration.ofDays(40))))
                .param("closes", Timestamp.from(clock.instant().minus(Duration.ofDays(10))))
                .update();
        return round;
    }

    /** An application of a school, received {@code minutes} before now. */
    public UUID application(UUID round, String track, String applicant, String title, int minutes) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into selection.application
                            (case_id, round, track, applicant, region, title, status, answers, receipt, received_at, opened_at)
                        values (:id, :round, :track, :applicant, '220200', :title, 'ENTERED', :answers::jsonb, :receipt,
                                :received, :received)
                        """)
                .param("id", id)
                .param("round", round)
                .param("track", track)
                .param("applicant", applicant)
                .param("title", title)
                .param("answers", json.write(Map.of("title", title)))
                .param("receipt", id.toString())
                .param("received", Timestamp.from(clock.instant().minus(Duration.ofMinutes(minutes))))
                .update();
        return id;
    }

    /** A submitted sheet with the same score for each criterion, and its assignment. */
    public void sheet(UUID application, String expert, int turn, double score) {
        sheet(
                application,
                expert,
                turn,
                Map.of("representativeness", score, "will-to-reform", score, "basic-conditions", score),
                "");
    }

    public void sheet(UUID application, String expert, int turn, Map<String, Double> scores, String comment) {
        jdbc.sql("""
                        insert into selection.assignment (application, expert, round, track, seed, explanation, assigned_at)
                        select case_id, :expert, round, track, 1, '{}', :now from selection.application where case_id = :id
                        on conflict do nothing
                        """)
                .param("id", application)
                .param("expert", expert)
                .param("now", now())
                .update();
        jdbc.sql("""
                        insert into selection.sheet (application, expert, turn, scores, comment, saved_at, submitted_at)
                        values (:id, :expert, :turn, :scores::jsonb, :comment, :now, :now)
                        """)
                .param("id", application)
                .param("expert", expert)
                .param("turn", turn)
                .param("scores", json.write(scores))
                .param("comment", comment)
                .param("now", now())
                .update();
    }

    /** Sheets of expert-01, expert-02, … */
    public void sheets(UUID application, double... scores) {
        for (int index = 0; index < scores.length; index++) {
            sheet(application, "expert-%02d".formatted(index + 1), 1, scores[index]);
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
