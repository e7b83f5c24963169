package rongtong.selection.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the assignment needs to know: who is in the pool, what was applied for, who is tied to whom. */
@Component
class PanelFacts {

    private static final int NO_LIMIT = 1_000_000;

    private static final String CANDIDACY = """
            select a.case_id, a.applicant, a.answers -> 'fields' #>> '{}' as fields,
                array(select p.organization from selection.partner p
                      where p.application = a.case_id and p.organization is not null) as partners,
                array(select r.organ from selection.recommendation r where r.application = a.case_id) as recommenders
            from selection.application a
            """;

    private final JdbcClient jdbc;
    private final ExpertPool pool;
    private final Superiors superiors;

    PanelFacts(JdbcClient jdbc, ExpertPool pool, Superiors superiors) {
        this.jdbc = jdbc;
        this.pool = pool;
        this.superiors = superiors;
    }

    /** Active experts of a province with what they carry beside the track that is to be assigned. */
    List<Reviewer> reviewers(String province, @Nullable UUID round, @Nullable String track) {
        var loads = pool.loads(province, round, track);
        return pool.of(province).stream()
                .filter(Expert::active)
                .map(expert -> new Reviewer(
                        expert.username(),
                        expert.organization(),
                        new LinkedHashSet<>(expert.fields()),
                        expert.greatestLoad() == null ? NO_LIMIT : expert.greatestLoad(),
                        loads.getOrDefault(expert.username(), 0)))
                .toList();
    }

    /** Applications of a track that have entered the review. */
    List<Candidacy> candidacies(UUID round, String track) {
        return jdbc.sql(CANDIDACY + "where a.round = ? and a.track = ? and a.status = 'ENTERED' order by a.case_id")
                .params(round, track)
                .query(PanelFacts::candidacy)
                .list();
    }

    Candidacy candidacy(UUID application) {
        return jdbc.sql(CANDIDACY + "where a.case_id = ?")
                .param(application)
                .query(PanelFacts::candidacy)
                .single();
    }

    private static Candidacy candidacy(ResultSet rs, int index) throws SQLException {
        return new Candidacy(
                Objects.requireNonNull(rs.getObject("case_id", UUID.class)),
                rs.getString("applicant"),
                texts(rs, "partners"),
                texts(rs, "recommenders"),
                fields(rs.getString("fields")));
    }

    private static Set<String> texts(ResultSet rs, String column) throws SQLException {
        return new LinkedHashSet<>(Arrays.asList((String[]) rs.getArray(column).getArray()));
    }

    /** Codes of a JSON list of them; they hold no commas and no quotes. */
    private static Set<String> fields(@Nullable String json) {
        var fields = new LinkedHashSet<String>();
        if (json != null && json.startsWith("[")) {
            for (var code : json.substring(1, json.length() - 1).split(",", -1)) {
                var bare = code.strip().replace("\"", "");
                if (!bare.isEmpty()) {
                    fields.add(bare);
                }
            }
        }
        return fields;
    }

    /** Whoever has ended an assignment, for whatever reason, does not get the same application again. */
    Conflicts conflicts(String province, UUID round) {
        var ended = jdbc.sql("""
                        select expert, application, coalesce(ended_note, '') as note from selection.assignment
                        where round = ? and ended_at is not null
                        """)
                .param(round)
                .query((rs, index) -> new Recusal(
                        rs.getString("expert"),
                        Objects.requireNonNull(rs.getObject("application", UUID.class)),
                        rs.getString("note")))
                .list();
        var lookup = superiors.lookup();
        return new Conflicts(lookup::of, pool.declared(province), ended);
    }
}
