package rongtong.selection.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.organization.Organizations;
import rongtong.selection.application.ApplicationStatus;
import rongtong.selection.application.Outcome;
import rongtong.selection.ranking.RankingAccess;
import rongtong.shared.NotFound;
import rongtong.shared.Page;

/** The whole list as it goes to the joint meeting, and what has become of each line since. */
@Service
@Transactional(readOnly = true)
public class ResultLines {

    private final JdbcClient jdbc;
    private final RankingAccess access;
    private final Organizations organizations;

    ResultLines(JdbcClient jdbc, RankingAccess access, Organizations organizations) {
        this.jdbc = jdbc;
        this.access = access;
        this.organizations = organizations;
    }

    /**
     * Track by track, those proposed for selection first, then the reserve, each by place.
     *
     * @throws NotFound if there is no such round or the person may not see it
     */
    public Page<ResultLine> page(UUID round, int page, int size) {
        access.requireVisible(round);
        var items = jdbc.sql("""
                        select r.application, r.track, r.place, a.title, a.applicant, a.status, p.outcome, p.reason,
                               d.outcome as decided
                        from selection.ranking_row r
                        join selection.application a on a.case_id = r.application
                        left join selection.proposal p on p.application = r.application
                        left join lateral (
                            select l.outcome from selection.decision d
                            join selection.decision_line l on l.decision = d.id
                            where d.round = r.round and l.application = r.application
                            order by d.number desc limit 1) d on true
                        where r.round = :round
                        order by r.track,
                                 array_position(array['SELECTED', 'RESERVE', 'NOT_SELECTED'], coalesce(d.outcome, p.outcome)),
                                 r.place, r.application
                        offset :offset limit :size
                        """)
                .param("round", round)
                .param("offset", (long) page * size)
                .param("size", size)
                .query((row, number) -> line(row))
                .list();
        var total = jdbc.sql("select count(*) from selection.ranking_row where round = ?")
                .param(round)
                .query(Long.class)
                .single();
        return new Page<>(items, page, size, total);
    }

    private ResultLine line(ResultSet row) throws SQLException {
        return new ResultLine(
                Objects.requireNonNull(row.getObject("application", UUID.class)),
                text(row, "track"),
                row.getInt("place"),
                text(row, "title"),
                organizations.name(text(row, "applicant")),
                outcome(row.getString("outcome")),
                Objects.requireNonNullElse(row.getString("reason"), ""),
                outcome(row.getString("decided")),
                ApplicationStatus.valueOf(text(row, "status")));
    }

    private static @Nullable Outcome outcome(@Nullable String word) {
        return word == null ? null : Outcome.valueOf(word);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
