package rongtong.selection.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Enters the programmes that come with the program, before the first request: {@code data/programmes/<key>.json} is the
 * record {@link Programme} without its version. A published version never changes: a file that has changed becomes a new
 * version. A programme that somebody here has published anew stays as it is.
 */
@Component("programmeData")
@DependsOnDatabaseInitialization
class ProgrammeData implements InitializingBean {

    private final JdbcClient jdbc;
    private final JsonMapper mapper;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProgrammeData(JdbcClient jdbc, JsonMapper mapper, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        for (var file : files()) {
            transaction.executeWithoutResult(status -> enter(read(file)));
        }
    }

    /** @return whether a version was added */
    boolean enter(ObjectNode definition) {
        var key = definition.get("key").asString();
        lock(jdbc, key);
        var text = definition.toString();
        var isSettled =
                jdbc.sql("""
                        select edited_by is not null or definition - 'version' = cast(? as jsonb)
                        from selection.programme
                        where key = ? and status = 'PUBLISHED' order by version desc limit 1
                        """).params(text, key).query(Boolean.class).optional().orElse(false);
        if (isSettled) {
            return false;
        }
        var version = jdbc.sql("select coalesce(max(version), 0) + 1 from selection.programme where key = ?")
                .param(key)
                .query(Integer.class)
                .single();
        var programme = mapper.treeToValue(definition.deepCopy().put("version", version), Programme.class);
        jdbc.sql("""
                        insert into selection.programme
                            (key, version, province, status, definition, edited_at, published_at)
                        values (:key, :version, :province, 'PUBLISHED',
                            cast(:definition as jsonb) || jsonb_build_object('version', :version), :at, :at)
                        """)
                .param("key", key)
                .param("version", version)
                .param("province", programme.province())
                .param("definition", text)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return true;
    }

    /** One change of a programme at a time, until the transaction ends: nodes that start at once, editors, publication. */
    static void lock(JdbcClient jdbc, String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('selection.programme'), hashtext(?))")
                .param(key)
                .query((row, number) -> key)
                .single();
    }

    private ObjectNode read(Resource file) {
        try (var content = file.getInputStream()) {
            return mapper.readValue(content, ObjectNode.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + file, unreadable);
        }
    }

    private static Resource[] files() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:data/programmes/*.json");
            Arrays.sort(files, Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())));
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The programmes on the classpath cannot be read", unreadable);
        }
    }
}
