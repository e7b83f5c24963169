package rongtong.selection.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The sheets that count, of all applications of a round that were judged, in one query. */
@Component
class SubmittedSheets {

    private static final TypeReference<Map<String, BigDecimal>> SCORES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    SubmittedSheets(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    /**
     * By track. Of two turns of an expert the later counts; sheets of experts who were recused or replaced do not.
     */
    Map<String, List<ScoredApplication>> of(UUID round) {
        var sheets = sheets(round);
        var tracks = new LinkedHashMap<String, List<ScoredApplication>>();
        jdbc.sql("""
                        select case_id, track, received_at, opened_at
                        from selection.application
                        where round = ? and status in ('ENTERED', 'SELECTED', 'RESERVE', 'NOT_SELECTED')
                        order by track, case_id
                        """).param(round).query(row -> {
            var id = Objects.requireNonNull(row.getObject("case_id", UUID.class));
            var received = Objects.requireNonNullElse(row.getTimestamp("received_at"), row.getTimestamp("opened_at"));
            tracks.computeIfAbsent(row.getString("track"), any -> new ArrayList<>())
                    .add(new ScoredApplication(id, received.toInstant(), sheets.getOrDefault(id, List.of())));
        });
        return tracks;
    }

    private Map<UUID, List<ScoredSheet>> sheets(UUID round) {
        var sheets = new LinkedHashMap<UUID, List<ScoredSheet>>();
        jdbc.sql("""
                        select distinct on (s.application, s.expert) s.application, s.expert, s.scores
                        from selection.application a
                        join selection.assignment g on g.application = a.case_id and g.ended_at is null
                        join selection.sheet s on s.application = g.application and s.expert = g.expert
                        where a.round = ? and s.submitted_at is not null
                        order by s.application, s.expert, s.turn desc
                        """).param(round).query(row -> {
            sheets.computeIfAbsent(row.getObject("application", UUID.class), any -> new ArrayList<>())
                    .add(new ScoredSheet(row.getString("expert"), mapper.readValue(row.getString("scores"), SCORES)));
        });
        return sheets;
    }
}
