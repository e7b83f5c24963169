package rongtong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;

@RongtongTest
class AttachmentsTest {

    static final String UPLOADER = "ln-edu.handler";
    static final String OTHER = "school-4121010142";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CurrentUser user;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    final UUID caseId = UUID.randomUUID();
    final Set<UUID> visibleCases = new HashSet<>();

    /** The same code as in the application, with a rule of access that the test decides. */
    Attachments attachments(Duration keepDraftFiles) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("access", (AttachmentAccess) visibleCases::contains);
        var settings = new DocumentSettings(DataSize.ofMegabytes(2), keepDraftFiles, List.of(), "", false, 20);
        return new Attachments(jdbc, user, beans.getBeanProvider(AttachmentAccess.class), settings, clock);
    }

    Attachments attachments() {
        return attachments(Duration.ofDays(1));
    }

    <T> T as(String person, Callable<T> work) throws Exception {
        return user.runAs(person, work);
    }

    Attachment stored() throws Exception {
        return as(UPLOADER, () -> attachments().store("章程.pdf", new ByteArrayInputStream(Papers.PDF)));
    }

    void bound(Attachment attachment) throws Exception {
        as(UPLOADER, () -> {
            attachments().bind(List.of(attachment.id()), caseId);
            return true;
        });
    }

    @Test
    void comesBackAsItWasHandedIn() throws Exception {
        var large = new byte[1_500_000];
        new Random(1).nextBytes(large);
        System.arraycopy(Papers.PDF, 0, large, 0, 9);
        var attachment = as(UPLOADER, () -> attachments().store("大文件.pdf", new ByteArrayInputStream(large)));

        var target = new ByteArrayOutputStream();
        as(UPLOADER, () -> {
            attachments().copy(attachment.id(), target);
            return true;
        });

        assertThat(target.toByteArray()).isEqualTo(large);
        assertThat(attachment.size()).isEqualTo(large.length);
        assertThat(attachment.mediaType()).isEqualTo("application/pdf");
        assertThat(attachment.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void isSeenByNobodyElseUntilItBelongsToACase() throws Exception {
        var attachment = stored();

        assertThat(as(UPLOADER, () -> attachments().get(attachment.id()))).isEqualTo(attachment);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> as(OTHER, () -> attachments().get(attachment.id())));
    }

    @Test
    void isSeenByThoseWhoSeeTheCase() throws Exception {
        var attachment = stored();
        bound(attachment);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> as(OTHER, () -> attachments().get(attachment.id())));
        visibleCases.add(caseId);
        assertThat(as(OTHER, () -> attachments().get(attachment.id()))).isEqualTo(attachment);
        assertThat(as(OTHER, () -> attachments().of(caseId))).containsExactly(attachment);
    }

    @Test
    void canBeNamedAgainBySomebodyElseInTheSameCase() throws Exception {
        var attachment = stored();
        bound(attachment);

        assertThat(as(OTHER, () -> {
                    attachments().bind(List.of(attachment.id()), caseId);
                    return true;
                }))
                .isTrue();
    }

    @Test
    void cannotBeTakenIntoACaseBySomebodyElse() throws Exception {
        var attachment = stored();

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> as(OTHER, () -> {
                    attachments().bind(List.of(attachment.id()), caseId);
                    return true;
                }));
    }

    @Test
    void isNotKeptWhenTheStepFails() throws Exception {
        var attachment = as(
                UPLOADER,
                () -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    return attachments().store("章程.pdf", new ByteArrayInputStream(Papers.PDF));
                }));

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> as(UPLOADER, () -> attachments().get(attachment.id())));
    }

    @Test
    void isRefusedAsSoonAsItIsTooLarge() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> as(UPLOADER, () -> attachments().store("很大.txt", endless)))
                .satisfies(
                        refusal -> assertThat(refusal.explanation().key()).isEqualTo("document.attachment.too-large"));
    }

    @Test
    void isRefusedWhenEmpty() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> as(UPLOADER, () -> attachments().store("空.txt", InputStream.nullInputStream())))
                .satisfies(refusal -> assertThat(refusal.explanation().key()).isEqualTo("document.attachment.empty"));
    }

    @Test
    void isNotAcceptedFromStrangers() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> attachments().store("章程.pdf", new ByteArrayInputStream(Papers.PDF)));
    }

    @Test
    void isGivenUpOnlyIfNoCaseHasIt() throws Exception {
        var ofCase = stored();
        bound(ofCase);
        var draft = stored();

        attachments(Duration.ofDays(1)).deleteAbandoned();
        assertThat(as(UPLOADER, () -> attachments().find(draft.id().toString())))
                .isPresent();

        attachments(Duration.ofSeconds(-5)).deleteAbandoned();
        assertThat(as(UPLOADER, () -> attachments().find(draft.id().toString())))
                .isEmpty();
        assertThat(as(UPLOADER, () -> attachments().find(ofCase.id().toString())))
                .isPresent();
    }
}
