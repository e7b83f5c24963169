package rongtong.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.SomebodyWasFirst;

class FailuresTest {

    private final Failures failures = new Failures();

    @Test
    void saysTheWordsOfARuleHoweverDeepItLies() {
        var no = new RuleViolation(Message.of("desk.colleague.missing"));

        assertThat(failures.words(new CompletionException(new IllegalStateException(no))))
                .contains(Message.of("desk.colleague.missing"));
    }

    @Test
    void saysWhoWasFirstAndWhen() {
        var deed = Message.of("workflow.deed.completed", "初核");
        var first = new SomebodyWasFirst("张三", Instant.parse("2026-03-02T01:05:00Z"), deed);

        assertThat(failures.words(first)).contains(Message.of("ui.somebody-was-first", "张三", "2026-03-02 09:05", deed));
    }

    @Test
    void tellsAStrangerNoMoreThanThatThereIsNothing() {
        assertThat(failures.words(new NotFound("case", "1"))).contains(Message.of("ui.gone"));
        assertThat(failures.words(new AccessDeniedException("x"))).contains(Message.of("ui.not-allowed"));
        assertThat(failures.words(new OptimisticLockingFailureException("x")))
                .contains(Message.of("ui.changed-meanwhile"));
    }

    @Test
    void givesABugAReferenceInsteadOfWords() {
        var bug = new IllegalStateException("found 2, expected 1");

        assertThat(failures.words(bug)).isEmpty();
        assertThat(failures.record(bug)).matches("[0-9A-F]{8}").isNotEqualTo(failures.record(bug));
    }
}
