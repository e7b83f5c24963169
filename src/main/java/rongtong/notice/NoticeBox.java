package rongtong.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.CurrentUser;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.workflow.CaseDirectory;

/** The notices of the person at work; nobody sees those of another. */
@Service
@PreAuthorize("isAuthenticated()")
public class NoticeBox {

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final CaseDirectory cases;
    private final Clock clock;

    NoticeBox(JdbcClient jdbc, CurrentUser user, CaseDirectory cases, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.cases = cases;
        this.clock = clock;
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
    @Transactional(readOnly = true)
    public Page<Notice> find(boolean unread, int page, int size) {
        var where = " from notice.notice where recipient = :recipient" + (unread ? " and read_at is null" : "");
        var rows = jdbc.sql("select id, kind, case_id, task_id, arguments, at, read_at" + where
                        + " order by id desc offset :offset limit :size")
                .param("recipient", user.username())
                .param("offset", (long) page * size)
                .param("size", size)
                .query(NoticeBox::row)
                .list();
        var total = jdbc.sql("select count(*)" + where)
                .param("recipient", user.username())
                .query(Long.class)
                .single();
        var tasks = cases.tasks(
                rows.stream().map(Row::task).filter(Objects::nonNull).collect(Collectors.toSet()));
        return new Page<>(rows.stream().map(row -> notice(row, tasks)).toList(), page, size, total);
    }

    /** How many are unread. */
    public long unread() {
        return jdbc.sql("select count(*) from notice.notice where recipient = :recipient and read_at is null")
                .param("recipient", user.username())
                .query(Long.class)
                .single();
    }

    /**
     * Once more changes nothing.
     *
     * @throws NotFound if the person has no such notice
     */
    @Transactional
    public void read(long id) {
        int found = jdbc.sql("""
                        update notice.notice set read_at = coalesce(read_at, :now)
                        where id = :id and recipient = :recipient
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("recipient", user.username())
                .update();
        if (found == 0) {
            throw new NotFound("notice", id);
        }
    }

    /** @return how many were unread */
    @Transactional
    public int readAll() {
        return jdbc.sql("update notice.notice set read_at = :now where recipient = :recipient and read_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("recipient", user.username())
                .update();
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
