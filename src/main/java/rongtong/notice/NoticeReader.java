package rongtong.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.shared.Message;
import rongtong.workflow.CaseDirectory;

/** Reads notices from their table, in the language of the reader; whose they are its callers say. */
@Component
class NoticeReader {

    private static final String COLUMNS =
            "select id, kind, case_id, task_id, arguments, at, read_at from notice.notice ";

    private final JdbcClient jdbc;
    private final CaseDirectory cases;

    NoticeReader(JdbcClient jdbc, CaseDirectory cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    private record Row(
            long id,
            NoticeKind kind,
            UUID caseId,
            @Nullable String task,
            List<String> arguments,
            Instant at,
            @Nullable Instant readAt) {}

    /** The newest first. */
    List<Notice> page(String recipient, boolean unread, long offset, int size) {
        return notices(jdbc.sql(COLUMNS + "where recipient = :recipient" + (unread ? " and read_at is null" : "")
                        + " order by id desc offset :offset limit :size")
                .param("recipient", recipient)
                .param("offset", offset)
                .param("size", size));
    }

    List<Notice> one(long id) {
        return notices(jdbc.sql(COLUMNS + "where id = :id").param("id", id));
    }

    /** Unread ones that came after a moment, the oldest first. */
    List<Notice> unread(String recipient, Instant since, int most) {
        return notices(jdbc.sql(COLUMNS
                        + "where recipient = :recipient and read_at is null and at > :since order by id limit :most")
                .param("recipient", recipient)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most));
    }

    private List<Notice> notices(JdbcClient.StatementSpec statement) {
        var rows = statement.query(NoticeReader::row).list();
        var tasks = cases.tasks(
                rows.stream().map(Row::task).filter(Objects::nonNull).collect(Collectors.toSet()));
        return rows.stream().map(row -> notice(row, tasks)).toList();
    }

    private static Row row(ResultSet rs, int index) throws SQLException {
        var readAt = rs.getTimestamp("read_at");
        return new Row(
                rs.getLong("id"),
                NoticeKind.valueOf(rs.getString("kind")),
                rs.getObject("case_id", UUID.class),
                rs.getString("task_id"),
                List.of((String[]) rs.getArray("arguments").getArray()),
                rs.getTimestamp("at").toInstant(),
                readAt == null ? null : readAt.toInstant());
    }

    private static Notice notice(Row row, Map<String, CaseDirectory.TaskName> tasks) {
        var title = row.arguments().getFirst();
        var number = row.arguments().get(1);
        var who = row.arguments().get(2);
        var task = row.task() == null ? null : tasks.get(row.task());
        return new Notice(
                row.id(),
                row.kind(),
                Message.of("notice.text." + row.kind(), title, number, who),
                row.arguments().get(3),
                title,
                number,
                row.caseId(),
                task != null && task.open() ? row.task() : null,
                task == null ? "" : task.step(),
                row.at(),
                row.readAt());
    }
}
