package rongtong.selection.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rongtong.selection.application.Outcome;
import rongtong.selection.ranking.Position;
import rongtong.selection.ranking.RankingRow;

/** Lists as the leads write them: S selected, - not; the rank runs from left to right. */
class DeparturesTest {

    private static RankingRow row(int number, int place, Position position) {
        return new RankingRow(
                new UUID(0, number),
                "school",
                place,
                false,
                "",
                "",
                "",
                "",
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                false,
                position,
                null,
                null,
                place,
                place,
                false,
                null,
                null,
                "");
    }

    /** Places 1, 2, 3, …; the first {@code within} of them within the line. */
    private static List<RankingRow> rows(int number, int within) {
        var rows = new ArrayList<RankingRow>();
        for (int place = 1; place <= number; place++) {
            rows.add(row(place, place, place <= within ? Position.WITHIN : Position.BEYOND));
        }
        return rows;
    }

    /** Numbers of those that need a reason. */
    private static Set<Long> departures(List<RankingRow> rows, String list) {
        var outcomes = new HashMap<UUID, Outcome>();
        for (int index = 0; index < list.length(); index++) {
            outcomes.put(
                    rows.get(index).application(), list.charAt(index) == 'S' ? Outcome.SELECTED : Outcome.NOT_SELECTED);
        }
        return Departures.of(rows, outcomes).stream()
                .map(UUID::getLeastSignificantBits)
                .collect(Collectors.toSet());
    }

    @Test
    void aListInTheOrderOfTheRankHasNone() {
        assertThat(departures(rows(4, 2), "SS--")).isEmpty();
        assertThat(departures(rows(4, 2), "S---")).isEmpty();
        assertThat(departures(rows(4, 2), "SSS-")).isEmpty();
        assertThat(departures(rows(4, 2), "----")).isEmpty();
    }

    @Test
    void whoIsPassedOverNeedsAReasonAndWhoMovesUpDoesNot() {
        assertThat(departures(rows(4, 2), "S-S-")).containsExactly(2L);
    }

    @Test
    void whoJumpsOverAnotherBeyondTheLineNeedsAReason() {
        assertThat(departures(rows(5, 2), "SS--S")).containsExactly(5L);
        assertThat(departures(rows(5, 2), "S-S-S")).containsExactlyInAnyOrder(2L, 5L);
    }

    @Test
    void whoIsTakenOutOfATieAcrossTheLineNeedsAReason() {
        var rows = List.of(
                row(1, 1, Position.WITHIN),
                row(2, 2, Position.ON_LINE),
                row(3, 2, Position.ON_LINE),
                row(4, 4, Position.BEYOND));

        assertThat(departures(rows, "SS--")).containsExactly(2L);
        assertThat(departures(rows, "SSS-")).isEmpty();
        assertThat(departures(rows, "S---")).isEmpty();
        assertThat(departures(rows, "S--S")).containsExactly(4L);
    }

    @Test
    void withoutALineOnlyJumpsNeedAReason() {
        var rows = List.of(row(1, 1, Position.NO_LINE), row(2, 2, Position.NO_LINE), row(3, 3, Position.NO_LINE));

        assertThat(departures(rows, "SS-")).isEmpty();
        assertThat(departures(rows, "S-S")).containsExactly(3L);
    }
}
