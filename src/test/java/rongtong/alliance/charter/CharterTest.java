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
                "quorum", "2/3",
                "majority", "1/2",
                "charter-majority", "2/3");
        var wording = new CharterWording();

        var text = wording.charter(names);

        assertThat(text.missing()).isEmpty();
        assertThat(text.of(CharterSection.NAME)).isEqualTo("辽宁省装备制造校企联盟");
        assertThat(text.sections().values()).noneMatch(words -> words.contains("{"));
        assertThat(wording.rulebooks(names)).hasSizeGreaterThan(2).allSatisfy(rulebook -> {
            assertThat(rulebook.title()).contains("辽宁省装备制造校企联盟");
            assertThat(rulebook.text()).isNotBlank();
        });
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
