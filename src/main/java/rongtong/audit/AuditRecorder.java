package rongtong.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;
import rongtong.shared.Auditable;
import rongtong.shared.Json;

/** Writes down what happens, in the transaction in which it happens: if the entry cannot be written, nothing happens. */
@Component
class AuditRecorder {

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Json json;
    private final Clock clock;

    AuditRecorder(JdbcClient jdbc, CurrentUser user, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void record(Auditable deed) {
        boolean person = user.isPresent();
        jdbc.sql("""
                        insert into audit.entry (at, actor, organization, action, subject, description, detail)
                        values (:at, :actor, :organization, :action, :subject, :description::jsonb, :detail::jsonb)
                        """)
                .param("at", OffsetDateTime.now(clock))
                .param("actor", person ? user.username() : null)
                .param("organization", person ? user.organization() : null)
                .param("action", deed.action())
                .param("subject", deed.subject())
                .param("description", json.write(KeptMessage.write(deed.description())))
                .param("detail", json.write(deed.detail()))
                .update();
    }
}
