package rongtong.notice;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.CurrentUser;
import rongtong.shared.NotFound;
import rongtong.shared.Page;

/** The notices of the person at work; nobody sees those of another. */
@Service
@PreAuthorize("isAuthenticated()")
public class NoticeBox {

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final NoticeReader reader;
    private final Clock clock;

    NoticeBox(JdbcClient jdbc, CurrentUser user, NoticeReader reader, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.reader = reader;
        this.clock = clock;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public Page<Notice> find(boolean unread, int page, int size) {
        var total = jdbc.sql("select count(*) from notice.notice where recipient = :recipient"
                        + (unread ? " and read_at is null" : ""))
                .param("recipient", user.username())
                .query(Long.class)
                .single();
        return new Page<>(reader.page(user.username(), unread, (long) page * size, size), page, size, total);
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
}
