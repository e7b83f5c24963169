package rongtong.selection.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports of the pilots, one for each check of a recognition; the step that asks for one writes it. */
@Service
@Transactional
public class ProgressReports {

    private final JdbcClient jdbc;
    private final Clock clock;

    ProgressReports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void report(UUID recognition, int check, ProgressReport report, String actor) {
        jdbc.sql("""
                        insert into selection.progress_report
                            (recognition, check_number, progress, partners, investment, problems, actor, at)
                        values (:recognition, :check, :progress, :partners, :investment, :problems, :actor, :at)
                        on conflict (recognition, check_number) do update set progress = excluded.progress,
                            partners = excluded.partners, investment = excluded.investment,
                            problems = excluded.problems, actor = excluded.actor, at = excluded.at
                        """)
                .param("recognition", recognition)
                .param("check", check)
                .param("progress", report.progress())
                .param("partners", report.partners())
                .param("investment", report.investment())
                .param("problems", report.problems())
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** Nothing where the pilot did not report. */
    @Transactional(readOnly = true)
    public Optional<ProgressReport> of(UUID recognition, int check) {
        return jdbc.sql("""
                        select progress, partners, investment, problems from selection.progress_report
                        where recognition = ? and check_number = ?
                        """)
                .params(recognition, check)
                .query(ProgressReport.class)
                .optional();
    }
}
