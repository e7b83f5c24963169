package rongtong.alliance.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rongtong.policy.Fraction;
import rongtong.shared.RuleViolation;

/** What a charter must say and what rests on it. */
class CharterTest {

    static final LocalDate ADOPTED = LocalDate.of(2026, 3, 2);

    @ParameterizedTest(name = "R-LNA-37 R-LNA-38 R-LNA-39 R-LNA-40 without {0} it is incomplete")
    @EnumSource(CharterSection.class)
    void needsEachSection(CharterSection section) {
        var without = CharterText.of(field -> field.equals(section.field()) ? "  " : "内容");

        assertThat(without.missing()).containsExactly(section);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(without::requireComplete)
                .satisfies(refused -> assertThat(refused.fields())
                        .singleElement()
                        .satisfies(field -> assertThat(field.field()).isEqualTo(section.field())));
    }

    @ParameterizedTest(name = "{0} {1} has {2} sections")
    @CsvSource({
        "R-LNA-37, FOUNDATION, 6",
        "R-LNA-38, PROCEDURE, 3",
        "R-LNA-39, COOPERATION, 3",
        "R-LNA-40, CHARTER_ITSELF, 4"
    })
    void hasFourBlocks(String rule, CharterSection.Block block, int sections) {
        assertThat(CharterSection.of(block)).hasSize(sections);
    }

    @Test
    void theProposedWordingIsCompleteAndNamesTheAlliance() {
        var names = Map.of(
                "alliance", "辽宁省装备制造校企联盟",
                "chair", "沈阳工业大学",
                "host", "沈阳工业大学",
                "platform", "https://example.org",
                "quorum", CharterWording.share(new Fraction(2, 3, true)),
                "quorum-base", "全体理事单位",
                "majority", CharterWording.share(new Fraction(1, 2, false)),
                "majority-base", "出席单位",
                "charter-majority", CharterWording.share(new Fraction(2, 3, true)));
        var wording = new CharterWording();

        var text = wording.charter(names);

        assertThat(text.missing()).isEmpty();
        assertThat(text.of(CharterSection.NAME)).isEqualTo("辽宁省装备制造校企联盟");
        assertThat(text.of(CharterSection.DELIBERATION_PROCEDURE))
                .contains("须有全体理事单位三分之二以上出席", "一般事项须经出席单位过半数赞成", "须经出席单位三分之二以上赞成");
        assertThat(text.sections().values()).noneMatch(words -> words.contains("{"));
        assertThat(wording.rulebooks(names)).hasSizeGreaterThan(2).allSatisfy(rulebook -> {
            assertThat(rulebook.title()).contains("辽宁省装备制造校企联盟");
            assertThat(rulebook.text()).isNotBlank();
        });
    }

    @Test
    void sharesAreWrittenAsInChartersAndIncludeTheirBoundary() {
        assertThat(CharterWording.share(new Fraction(2, 3, true))).isEqualTo("三分之二以上");
        assertThat(CharterWording.share(new Fraction(1, 2, false))).isEqualTo("过半数");
        assertThat(CharterWording.share(new Fraction(2, 3, false))).isEqualTo("超过三分之二");
        assertThat(CharterWording.share(new Fraction(67, 100, true))).isEqualTo("100分之67以上");
    }

    @Test
    @DisplayName("R-LNA-41 rules are not older than the charter and name its version")
    void rulesRestOnTheAdoptedCharter() {
        var charter = charter(ADOPTED);

        assertThat(Rulebook.under(charter, ADOPTED, "会议制度", "内容").charter()).isEqualTo(charter.id());
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> Rulebook.under(charter, ADOPTED.minusDays(1), "会议制度", "内容"));
    }

    @Test
    @DisplayName("R-LNA-41 there are no rules before the charter is adopted")
    void thereAreNoRulesBeforeTheCharter() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> Rulebook.under(charter(null), ADOPTED, "会议制度", "内容"));
    }

    private static Charter charter(@Nullable LocalDate adoptedOn) {
        return new Charter(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                adoptedOn == null ? Charter.Status.DRAFT : Charter.Status.ADOPTED,
                CharterText.of(field -> "内容"),
                "",
                Instant.EPOCH,
                adoptedOn == null ? null : UUID.randomUUID(),
                adoptedOn,
                null,
                null,
                "");
    }
}
