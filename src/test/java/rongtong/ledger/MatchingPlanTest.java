package rongtong.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rongtong.shared.RuleViolation.FieldError;

class MatchingPlanTest {

    static final UUID DEMAND = UUID.randomUUID();
    static final UUID SUPPLY = UUID.randomUUID();

    @Test
    @DisplayName("R-LNA-42 each matching row references at least one demand entry and at least one supply entry")
    void eachRowBringsDemandAndSupplyTogether() {
        assertThat(problems(new MatchingPlan.Match(List.of(DEMAND), List.of(SUPPLY), "")))
                .isEmpty();
        assertThat(problems(new MatchingPlan.Match(List.of(), List.of(SUPPLY), "")))
                .containsExactly("matches[0].demandEntries");
        assertThat(problems(new MatchingPlan.Match(List.of(DEMAND), List.of(), "")))
                .containsExactly("matches[0].supplyEntries");
    }

    @Test
    @DisplayName("R-LNA-42 the entries are those of the ledgers, each on its own side")
    void entriesAreThoseOfTheLedgers() {
        assertThat(problems(new MatchingPlan.Match(List.of(SUPPLY), List.of(DEMAND), "")))
                .containsExactly("matches[0].demandEntries", "matches[0].supplyEntries");
    }

    @Test
    void aPlanHasRowsAndAText() {
        assertThat(new MatchingPlan(" ", List.of()).problems(Set.of(), Set.of()))
                .extracting(FieldError::field)
                .containsExactly("planText", "matches");
    }

    private static List<String> problems(MatchingPlan.Match match) {
        return new MatchingPlan("先对接装备制造领域。", List.of(match))
                .problems(Set.of(DEMAND), Set.of(SUPPLY)).stream()
                        .map(FieldError::field)
                        .toList();
    }
}
