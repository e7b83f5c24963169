package rongtong.selection.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.selection.panel.Sheet;
import rongtong.selection.panel.Sheets;

/** What a ranking is made of: the applications of a round and the sheets that count of each. */
@Component
class SubmittedSheets {

    private final JdbcClient jdbc;
    private final Sheets sheets;

    SubmittedSheets(JdbcClient jdbc, Sheets sheets) {
        this.jdbc = jdbc;
        this.sheets = sheets;
    }

    /** The applications that are in the ranking, by track, each with the sheets that count. */
    Map<String, List<ScoredApplication>> of(UUID round) {
        var scored = sheets(round);
        var tracks = new LinkedHashMap<String, List<ScoredApplication>>();
        jdbc.sql("""
                        select case_id, track, received_at, opened_at,
                               answers ->> 'provincialProject' is not distinct from 'YES' as provincial_project
                        from selection.application
                        where round = ? and status in ('ENTERED', 'SELECTED', 'RESERVE', 'NOT_SELECTED')
                        order by track, case_id
                        """).param(round).query(row -> {
            var id = Objects.requireNonNull(row.getObject("case_id", UUID.class));
            var received = Objects.requireNonNullElse(row.getTimestamp("received_at"), row.getTimestamp("opened_at"));
            tracks.computeIfAbsent(row.getString("track"), any -> new ArrayList<>())
                    .add(new ScoredApplication(
                            id,
                            received.toInstant(),
                            row.getBoolean("provincial_project"),
                            scored.getOrDefault(id, List.of())));
        });
        return tracks;
    }

    private Map<UUID, List<ScoredSheet>> sheets(UUID round) {
        return sheets.submitted(round).stream()
                .collect(Collectors.groupingBy(
                        Sheet::application,
                        Collectors.mapping(
                                sheet -> new ScoredSheet(sheet.expert(), sheet.scores()), Collectors.toList())));
    }
}
