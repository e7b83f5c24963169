package rongtong.selection.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.policy.Rules;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.RegisterKind;
import rongtong.selection.register.PolicyTarget.Unit;
import rongtong.shared.Csv;

/**
 * How far the numbers of the policy documents are reached ({@code data/pilot-targets.csv}). Recognitions that were withdrawn
 * do not count; those that ran out or were completed do, because they were built.
 */
@Service
@Transactional(readOnly = true)
public class PolicyTargets {

    private static final List<Csv.Row> TARGETS = Csv.read("data/pilot-targets.csv");

    private static final String COUNTED = """
            where r.province = :province and r.register = :register
              and (cast(:programme as text) is null or r.programme = :programme)
              and (cast(:track as text) is null or r.track = :track)
              and r.valid_from <= :day and (r.status <> 'WITHDRAWN' or r.ended_on > :day)
            """;

    private final JdbcClient jdbc;
    private final Rules rules;
    private final Clock clock;

    PolicyTargets(JdbcClient jdbc, Rules rules, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clock = clock;
    }

    /** All, those of Jilin before those of Zhejiang. */
    public List<PolicyTarget> all() {
        return TARGETS.stream().map(this::target).toList();
    }

    private PolicyTarget target(Csv.Row row) {
        var rule = rules.find(row.text("rule")).orElseThrow();
        var yearText = row.orNull("year");
        var year = yearText == null ? null : Integer.valueOf(yearText);
        var today = LocalDate.now(clock);
        return new PolicyTarget(
                rule.id(),
                rule.document(),
                rule.clause(),
                rule.quotation(),
                row.text("province"),
                RegisterKind.valueOf(row.text("register")),
                row.orNull("programme"),
                row.orNull("track"),
                Unit.valueOf(row.text("unit")),
                Quota.Kind.valueOf(row.text("kind")),
                Integer.parseInt(row.text("amount")),
                year,
                count(row, today),
                year == null || today.getYear() <= year ? null : count(row, LocalDate.of(year, Month.DECEMBER, 31)));
    }

    private @Nullable Long count(Csv.Row row, LocalDate day) {
        return switch (Unit.valueOf(row.text("unit"))) {
            case RECOGNITIONS -> count("select count(*) from selection.recognition r " + COUNTED, row, day);
            case PARTNERS -> count("""
                        select count(distinct coalesce(p.organization, p.name))
                        from selection.recognition r join selection.partner p on p.application = r.application
                        """ + COUNTED + " and p.kind = 'ENTERPRISE'", row, day);
            case ELSEWHERE -> null;
        };
    }

    private long count(String sql, Csv.Row row, LocalDate day) {
        return jdbc.sql(sql)
                .param("province", row.text("province"))
                .param("register", row.text("register"))
                .param("programme", row.orNull("programme"))
                .param("track", row.orNull("track"))
                .param("day", day)
                .query(Long.class)
                .single();
    }
}
