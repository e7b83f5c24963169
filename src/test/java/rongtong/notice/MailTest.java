package rongtong.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.RongtongTest;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.identity.MailDelivery;
import rongtong.identity.Profiles;
import rongtong.shared.NotFound;
import rongtong.shared.Texts;
import rongtong.workflow.CaseDirectory;
import rongtong.workflow.Cases;
import rongtong.workflow.TimelineWritten;

/** From a step to the mailbox, with a mail server of the test's own. */
@RongtongTest
class MailTest {

    private static final String HANDLER = "ln-edu.handler";
    private static final String READER = "mail-test-1";
    private static final MailSettings SETTINGS =
            new MailSettings("rongtong@ln.example", "https://rongtong.ln.example", 3, Duration.ofMinutes(1));

    @Autowired
    CurrentUser user;

    @Autowired
    Cases cases;

    @Autowired
    CaseDirectory directory;

    @Autowired
    Accounts accounts;

    @Autowired
    Profiles profiles;

    @Autowired
    NoticeReader reader;

    @Autowired
    Texts texts;

    @Autowired
    Outbox outbox;

    @Autowired
    NoticeBox box;

    @Autowired
    Postman postmanOfTheApplication;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final MovableClock clock = new MovableClock();
    private GreenMail mailboxes;
    private MailServer server;
    private Postman postman;

    @BeforeEach
    void aMailServerAndAReader() {
        mailboxes = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mailboxes.start();
        server = new MailServer(sender(), "rongtong@ln.example");
        var writer = new MailWriter(reader, profiles, SETTINGS, texts);
        postman = new Postman(jdbc, transaction, server, SETTINGS, writer, profiles, clock);
        jdbc.sql("""
                        insert into identity.account
                            (username, display_name, organization, roles, password, mail, mail_delivery)
                        values (?, '邮件读者', 'LN-EDU', array['LEADER'], '-', 'reader@ln.example', 'AT_ONCE')
                        """).param(READER).update();
    }

    @AfterEach
    void cleanUp() {
        mailboxes.stop();
        jdbc.sql("delete from notice.mail").update();
        jdbc.sql("delete from notice.notice where recipient like 'mail-test-%'").update();
        jdbc.sql("delete from identity.account where username like 'mail-test-%'")
                .update();
    }

    @Test
    void aNoticeGoesByMailToWhoWantsItAtOnceAndOnlyOnce() throws Exception {
        tell("邮件告知的一件", READER, "ln-edu.leader");

        postman.deliver();
        postman.deliver();

        assertThat(mailboxes.getReceivedMessages()).hasSize(1);
        var mail = mailboxes.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("【融通】辽宁省教育厅经办人将“邮件告知的一件”抄送给您");
        assertThat(mail.getAllRecipients()[0]).hasToString("reader@ln.example");
        assertThat(mail.getFrom()[0]).hasToString("rongtong@ln.example");
        assertThat(mail.getMessageID()).startsWith("<notice-").endsWith("@rongtong>");
        assertThat(body(mail)).contains("请了解", "https://rongtong.ln.example/cases/", "/profile");
    }

    @Test
    void isWordedInTheLanguageOfTheRecipient() throws Exception {
        jdbc.sql("update identity.account set locale = 'en' where username = ?")
                .param(READER)
                .update();
        tell("An English mail", READER);

        postman.deliver();

        assertThat(mailboxes.getReceivedMessages()[0].getSubject())
                .isEqualTo("[Rongtong] 辽宁省教育厅经办人 sent you a copy of \"An English mail\"");
    }

    @Test
    void aMailIsRolledBackWithItsStep() throws Exception {
        var caseId = started("回滚的邮件");

        transaction.executeWithoutResult(status -> {
            writer().on(copied(caseId, List.of(READER)));
            assertThat(waiting()).isEqualTo(1);
            status.setRollbackOnly();
        });

        assertThat(waiting()).isZero();
    }

    @Test
    void withoutAMailServerNothingIsWrittenOrSent() throws Exception {
        var caseId = started("没有邮件服务器");
        var silent = new NoticeWriter(jdbc, directory, accounts, profiles, new MailServer(null, "rongtong@ln.example"));

        transaction.executeWithoutResult(status -> silent.on(copied(caseId, List.of(READER))));
        assertThat(waiting()).isZero();

        tell("等候服务器", READER);
        postmanOfTheApplication.deliver();
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void isTriedAgainAtLongerIntervalsThenGivenUpAndSentAgainByAnAdministrator() throws Exception {
        tell("邮件服务器停机", READER);
        mailboxes.stop();

        postman.deliver();
        assertThat(next()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
        postman.deliver();
        assertThat(attempts()).as("not before its time").isEqualTo(1);
        clock.pass(Duration.ofMinutes(1));
        postman.deliver();
        assertThat(next()).isEqualTo(clock.instant().plus(Duration.ofMinutes(2)));
        clock.pass(Duration.ofMinutes(2));
        postman.deliver();
        assertThat(waiting()).isZero();

        var given = user.runAs("admin", () -> outbox.undelivered(0, 10)).items();
        assertThat(given).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo(READER);
            assertThat(mail.title()).isEqualTo("邮件服务器停机");
            assertThat(mail.attempts()).isEqualTo(3);
            assertThat(mail.problem()).isEqualTo(MailProblem.UNREACHABLE);
        });

        mailboxes.start();
        user.runAs("admin", () -> {
            outbox.sendAgain(given.getFirst().id());
            return null;
        });
        clock.pass(Duration.between(clock.instant(), Instant.now()).plusSeconds(5));
        new Postman(
                        jdbc,
                        transaction,
                        new MailServer(sender(), "rongtong@ln.example"),
                        SETTINGS,
                        new MailWriter(reader, profiles, SETTINGS, texts),
                        profiles,
                        clock)
                .deliver();
        assertThat(mailboxes.getReceivedMessages()).hasSize(1);
        assertThat(user.runAs("admin", () -> outbox.undelivered(0, 10)).total()).isZero();
    }

    @Test
    void aMailThatCannotBeWrittenOrBreaksTheTransactionKeepsNoOtherAndIsShownToAnAdministrator() throws Exception {
        for (int i = 0; i < 4; i++) {
            tell("写不出的" + i, READER);
        }
        tell("事务中断的", READER);
        tell("照常送达的", READER);
        jdbc.sql("update notice.notice set arguments = '{}' where arguments[1] like '写不出的%'")
                .update();
        var touchy = new MailServer(sender(), "rongtong@ln.example") {
            @Override
            void send(String id, String to, String subject, String text) {
                if (subject.contains("事务中断的")) {
                    jdbc.sql("select 1 / 0").query(Integer.class).single();
                }
                super.send(id, to, subject, text);
            }
        };
        var postman = new Postman(
                jdbc,
                transaction,
                touchy,
                SETTINGS,
                new MailWriter(reader, profiles, SETTINGS, texts),
                profiles,
                clock);

        postman.deliver();

        assertThat(Arrays.stream(mailboxes.getReceivedMessages()).map(MailTest::subject))
                .singleElement()
                .asString()
                .contains("照常送达的");
        assertThat(waiting()).isEqualTo(5);
        for (int round = 0; round < 2; round++) {
            clock.pass(Duration.ofHours(1));
            postman.deliver();
        }
        assertThat(user.runAs("admin", () -> outbox.undelivered(0, 10)).items())
                .hasSize(5)
                .allSatisfy(mail -> assertThat(mail.problem()).isEqualTo(MailProblem.OTHER))
                .allSatisfy(mail -> assertThat(mail.attempts()).isEqualTo(3));
        assertThat(mailboxes.getReceivedMessages()).hasSize(1);
    }

    @Test
    void theOutboxIsForAdministratorsAlone() throws Exception {
        for (var other : List.of(HANDLER, "auditor")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .as(other)
                    .isThrownBy(() -> user.runAs(other, () -> outbox.undelivered(0, 10)));
        }
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> user.runAs("admin", () -> {
                    outbox.sendAgain(-1);
                    return null;
                }));
    }

    @Test
    void ofTwoNodesAtOnceOneSends() throws Exception {
        for (int i = 0; i < 10; i++) {
            tell("两个节点" + i, READER);
        }
        var other = new Postman(
                jdbc,
                transaction,
                server,
                SETTINGS,
                new MailWriter(reader, profiles, SETTINGS, texts),
                profiles,
                clock);

        var one = Thread.ofPlatform().start(postman::deliver);
        var two = Thread.ofPlatform().start(other::deliver);
        one.join();
        two.join();

        assertThat(mailboxes.getReceivedMessages()).hasSize(10);
        assertThat(Arrays.stream(mailboxes.getReceivedMessages()).map(MailTest::subject))
                .doesNotHaveDuplicates();
        assertThat(waiting()).isZero();
    }

    @Test
    void aDigestTellsOnceADayWhatIsStillUnread() throws Exception {
        jdbc.sql("update identity.account set mail_delivery = ? where username = ?")
                .params(MailDelivery.DAILY.name(), READER)
                .update();
        tell("汇总之一", READER);
        tell("汇总之二", READER);
        tell("汇总前已读", READER);
        user.runAs(READER, () -> {
            box.read(box.find(true, 0, 1).items().getFirst().id());
            return null;
        });

        postman.writeDigests();
        postman.writeDigests();
        postman.deliver();

        assertThat(mailboxes.getReceivedMessages()).hasSize(1);
        var mail = mailboxes.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("【融通】您有 2 条未读通知");
        assertThat(body(mail)).contains("汇总之一", "汇总之二").doesNotContain("汇总前已读");
    }

    @Test
    void whoWantsNoMailAnyMoreGetsNone() throws Exception {
        tell("改了主意", READER);
        jdbc.sql("update identity.account set mail_delivery = 'NONE', mail = null where username = ?")
                .param(READER)
                .update();

        postman.deliver();

        assertThat(mailboxes.getReceivedMessages()).isEmpty();
        assertThat(waiting()).isZero();
    }

    private JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(mailboxes.getSmtp().getPort());
        return sender;
    }

    private void tell(String title, String... recipients) throws Exception {
        var caseId = started(title);
        transaction.executeWithoutResult(status -> writer().on(copied(caseId, List.of(recipients))));
    }

    private NoticeWriter writer() {
        return new NoticeWriter(jdbc, directory, accounts, profiles, server);
    }

    private TimelineWritten copied(UUID caseId, List<String> to) {
        return new TimelineWritten(caseId, clock.instant(), null, "copied", HANDLER, "LN-EDU", "请了解", to);
    }

    private UUID started(String title) throws Exception {
        return user.runAs(HANDLER, () -> cases.start("three-steps", Map.of("title", title)))
                .caseId();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from notice.mail where next_at is not null")
                .query(Long.class)
                .single();
    }

    private int attempts() {
        return jdbc.sql("select attempts from notice.mail").query(Integer.class).single();
    }

    private Instant next() {
        return jdbc.sql("select next_at from notice.mail")
                .query((rs, row) -> rs.getTimestamp(1).toInstant())
                .single();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String body(MimeMessage mail) throws Exception {
        return mail.getContent() instanceof String text ? text : GreenMailUtil.getBody(mail);
    }

    /** Stands still until it is told to go on. */
    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-03-02T01:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
