package rongtong.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.shared.Auditable;
import rongtong.shared.Demonstration;
import rongtong.shared.Message;

@RongtongTest
class AuditTrailTest {

    static final String TRAIL = "/api/v1/admin/audit";

    @Autowired
    MockMvc calls;

    @Autowired
    Demonstration demonstration;

    @Autowired
    AuditTrail trail;

    @Autowired
    Seals seals;

    @Autowired
    CurrentUser user;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    final String subject = UUID.randomUUID().toString();

    /** Something that somebody did. */
    record Deed(String subject) implements Auditable {

        @Override
        public Message description() {
            return Message.of("policy.setting-changed", "council.quorum", Message.of("rest.title.conflict"), 7);
        }

        @Override
        public String action() {
            return "TEST.DONE";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("count", 3);
        }
    }

    @Test
    void aDeedIsReadWithActorAndInTheLanguageOfTheReader() throws Exception {
        publishAs("ln-edu.handler");

        calls.perform(get(TRAIL)
                        .param("subject", subject)
                        .header("Accept-Language", "en")
                        .with(httpBasic("auditor", demonstration.password())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].actor").value("ln-edu.handler"))
                .andExpect(jsonPath("$.items[0].organization").value("LN-EDU"))
                .andExpect(jsonPath("$.items[0].action").value("TEST.DONE"))
                .andExpect(jsonPath("$.items[0].detail.count").value(3))
                .andExpect(jsonPath("$.items[0].description")
                        .value("Setting \"council.quorum\" changed from \"Changed meanwhile\" to \"7\""));
    }

    @Test
    void aDeedThatIsRolledBackLeavesNoEntry() throws Exception {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new Deed(subject));
            status.setRollbackOnly();
        });

        assertThat(user.runAs("auditor", () -> trail.find(ofSubject(), 0, 10).total()))
                .isZero();
    }

    @Test
    void othersMayNotRead() throws Exception {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> user.runAs("ln-edu.leader", () -> trail.find(ofSubject(), 0, 10)));
        calls.perform(get(TRAIL).with(httpBasic("ln-edu.leader", demonstration.password())))
                .andExpect(status().isForbidden());
    }

    @Test
    void nothingIsChangedOrDeleted() throws Exception {
        publishAs("admin");

        for (var statement : new String[] {
            "update audit.entry set actor = 'other'",
            "delete from audit.entry",
            "truncate audit.entry",
            "delete from audit.seal"
        }) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(statement).update());
        }
    }

    @Test
    void aSealBreaksWhenSomebodyTampersWithTheTable() throws Exception {
        publishAs("admin");
        seals.seal();
        var sealed = user.runAs("auditor", trail::verify);
        assertThat(sealed.broken()).isEmpty();
        assertThat(sealed.entries()).isPositive();

        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table audit.entry disable trigger entry_is_append_only")
                    .update();
            jdbc.sql("update audit.entry set actor = 'admin2' where subject = :subject")
                    .param("subject", subject)
                    .update();

            assertThat(seals.verify().broken()).hasSize(1);

            status.setRollbackOnly();
        });
        assertThat(seals.verify().broken()).isEmpty();
    }

    private void publishAs(String username) throws Exception {
        user.runAs(username, () -> {
            events.publishEvent(new Deed(subject));
            return subject;
        });
    }

    private AuditFilter ofSubject() {
        return new AuditFilter(null, "TEST", subject, null, null);
    }
}
