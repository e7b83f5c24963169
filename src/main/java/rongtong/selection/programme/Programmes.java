package rongtong.selection.programme;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.shared.NotFound;
import tools.jackson.databind.json.JsonMapper;

/** Programmes and their versions. */
@Service
@Transactional
public class Programmes {

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    Programmes(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    /** @throws NotFound if there is no such version */
    @Transactional(readOnly = true)
    public Programme get(String key, int version) {
        return jdbc.sql("select definition from selection.programme where key = ? and version = ?")
                .params(key, version)
                .query(String.class)
                .optional()
                .map(this::read)
                .orElseThrow(() -> new NotFound("programme", key));
    }

    /** The newest published version. */
    @Transactional(readOnly = true)
    public Optional<Programme> published(String key) {
        return jdbc.sql("""
                        select definition from selection.programme
                        where key = ? and status = 'PUBLISHED' order by version desc limit 1
                        """).param(key).query(String.class).optional().map(this::read);
    }

    /** The newest published version of each programme, by province and key. */
    @Transactional(readOnly = true)
    public List<Programme> published() {
        return jdbc.sql("""
                        select distinct on (province, key) definition from selection.programme
                        where status = 'PUBLISHED' order by province, key, version desc
                        """).query(String.class).list().stream().map(this::read).toList();
    }

    private Programme read(String definition) {
        return mapper.readValue(definition, Programme.class);
    }
}
