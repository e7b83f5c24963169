package rongtong.selection.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Evaluations of recognitions, and which later decisions they were laid before: 「将监测评价结果作为绩效考核、投入引导、
 * 试点开展、表彰激励的重要依据」 (R-JL-34, R-LN-14). Rows are only added.
 */
@Service
@Transactional
public class Evaluations {

    private final JdbcClient jdbc;
    private final Clock clock;

    Evaluations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was found, before it has its place among the others. */
    public record Finding(
            EvaluationKind kind,
            boolean thirdParty,
            String evaluator,
            Grade grade,
            Conclusion conclusion,
            String text,
            String reasons,
            String actor) {}

    /** Adds one; it belongs to the check before it where that asked to put something right. */
    public Evaluation add(UUID recognition, Finding finding) {
        return add(recognition, finding, clock.instant());
    }

    Evaluation add(UUID recognition, Finding finding, Instant at) {
        var before = of(recognition);
        var check = check(before);
        var evaluation = new Evaluation(
                UUID.randomUUID(),
                recognition,
                before.size() + 1,
                finding.kind(),
                check,
                finding.thirdParty(),
                finding.evaluator(),
                finding.grade(),
                finding.conclusion(),
                finding.text(),
                finding.reasons(),
                finding.actor(),
                at);
        jdbc.sql("""
                        insert into selection.evaluation (id, recognition, number, kind, check_number, third_party,
                            evaluator, grade, conclusion, text, reasons, actor, at)
                        values (:id, :recognition, :number, :kind, :check, :thirdParty, :evaluator, :grade, :conclusion,
                            :text, :reasons, :actor, :at)
                        """)
                .param("id", evaluation.id())
                .param("recognition", recognition)
                .param("number", evaluation.number())
                .param("kind", evaluation.kind().name())
                .param("check", check)
                .param("thirdParty", evaluation.thirdParty())
                .param("evaluator", evaluation.evaluator())
                .param("grade", evaluation.grade().name())
                .param("conclusion", evaluation.conclusion().name())
                .param("text", evaluation.text())
                .param("reasons", evaluation.reasons())
                .param("actor", evaluation.actor())
                .param("at", Timestamp.from(evaluation.at()))
                .update();
        return evaluation;
    }

    /** Number of the check that is under way, or that comes next. */
    @Transactional(readOnly = true)
    public int check(UUID recognition) {
        return check(of(recognition));
    }

    private static int check(List<Evaluation> before) {
        if (before.isEmpty()) {
            return 1;
        }
        var last = before.getLast();
        return last.conclusion() == Conclusion.RECTIFY ? last.check() : last.check() + 1;
    }

    /** Of one recognition, the first one first. */
    @Transactional(readOnly = true)
    public List<Evaluation> of(UUID recognition) {
        return jdbc.sql("select * from selection.evaluation where recognition = ? order by number")
                .param(recognition)
                .query(Evaluations::row)
                .list();
    }

    /** Results of an organisation in all its recognitions, the newest first: what later decisions have to look at. */
    @Transactional(readOnly = true)
    public List<Evaluation> results(String organization) {
        return jdbc.sql("""
                        select e.* from selection.evaluation e join selection.recognition r on r.id = e.recognition
                        where r.organization = ? order by e.at desc, e.number desc
                        """).param(organization).query(Evaluations::row).list();
    }

    /**
     * Notes that all results of an organisation so far were laid before a decision; said twice it is noted once.
     *
     * @param decision its number or name, 1 to 300 characters
     * @return how many results there are
     */
    public int use(String organization, Purpose purpose, String decision) {
        var results = results(organization);
        for (var result : results) {
            jdbc.sql("""
                            insert into selection.evaluation_use (evaluation, purpose, decision, at) values (?, ?, ?, ?)
                            on conflict do nothing
                            """)
                    .params(result.id(), purpose.name(), decision, Timestamp.from(clock.instant()))
                    .update();
        }
        return results.size();
    }

    /** Decisions that the evaluations of a recognition were laid before, the oldest first. */
    @Transactional(readOnly = true)
    public List<EvaluationUse> usesOf(UUID recognition) {
        return jdbc.sql("""
                        select u.* from selection.evaluation_use u join selection.evaluation e on e.id = u.evaluation
                        where e.recognition = ? order by u.at, u.decision
                        """)
                .param(recognition)
                .query((row, index) -> new EvaluationUse(
                        Objects.requireNonNull(row.getObject("evaluation", UUID.class)),
                        Purpose.valueOf(row.getString("purpose")),
                        Objects.requireNonNull(row.getString("decision")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static Evaluation row(ResultSet row, int index) throws SQLException {
        return new Evaluation(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("recognition", UUID.class)),
                row.getInt("number"),
                EvaluationKind.valueOf(row.getString("kind")),
                row.getInt("check_number"),
                row.getBoolean("third_party"),
                Objects.requireNonNull(row.getString("evaluator")),
                Grade.valueOf(row.getString("grade")),
                Conclusion.valueOf(row.getString("conclusion")),
                Objects.requireNonNull(row.getString("text")),
                Objects.requireNonNull(row.getString("reasons")),
                Objects.requireNonNull(row.getString("actor")),
                row.getTimestamp("at").toInstant());
    }
}
