package rongtong.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import rongtong.RongtongTest;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.SomebodyWasFirst;
import rongtong.shared.Texts;

@RongtongTest
class ProblemAdviceTest {

    static final Message RULE = Message.of("shared.page-size", 200);

    @Autowired
    Problems problems;

    @Autowired
    Texts texts;

    ProblemAdvice advice;

    @BeforeEach
    void speakEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        advice = new ProblemAdvice(
                problems, texts, Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai")));
    }

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aRuleThatSaysNoNamesTheFields() {
        var answer = advice.answer(new RuleViolation(RULE, List.of(new RuleViolation.FieldError("size", RULE))));

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        var problem = Objects.requireNonNull(answer.getBody());
        assertThat(problem.getDetail()).isEqualTo("The page size is a whole number from 1 to 200.");
        assertThat(problem.getType()).hasToString("https://rongtong.invalid/problems/validation");
        assertThat(problem.getProperties().get("errors").toString())
                .contains("size")
                .contains("page size");
    }

    @Test
    void theSecondIsToldWhoWasFirstAndWhen() {
        var answer = advice.answer(
                new SomebodyWasFirst("Li", Instant.parse("2026-03-02T00:00:00Z"), Message.of("rest.title.conflict")));

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().getProperties())
                .containsEntry("actor", "Li")
                .containsEntry("deed", "Changed meanwhile");
        assertThat(answer.getBody().getProperties().get("at")).hasToString("2026-03-02T08:00+08:00");
    }

    @Test
    void whatTheEngineWrapsIsUnwrapped() {
        var wrapped = new IllegalStateException("engine", new RuntimeException(new RuleViolation(RULE)));

        assertThat(status(wrapped)).isEqualTo(422);
    }

    @Test
    void eachKindOfRefusalHasItsStatus() {
        assertThat(status(new NotFound("case", 1))).isEqualTo(404);
        assertThat(status(new AccessDeniedException("no"))).isEqualTo(403);
        assertThat(status(new OptimisticLockingFailureException("stale"))).isEqualTo(409);
    }

    @Test
    void aBugShowsAReferenceAndNothingElse() {
        var answer = advice.answer(new IllegalStateException("select secret from table"));

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody().toString()).doesNotContain("secret");
        assertThat(answer.getBody().getDetail())
                .contains(answer.getBody().getProperties().get("reference").toString());
    }

    private int status(Exception thrown) {
        return advice.answer(thrown).getStatusCode().value();
    }
}
