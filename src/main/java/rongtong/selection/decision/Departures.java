package rongtong.selection.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rongtong.selection.application.Outcome;
import rongtong.selection.ranking.Position;
import rongtong.selection.ranking.RankingRow;

/**
 * Where a list departs from the rank, so that a reason is asked for: who is within the places and passed over for one
 * further behind; who is beyond them and jumps over another; who is taken out of a tie across the line. Moving up into
 * the place of one passed over needs no reason of its own. Nothing is refused: the leads decide.
 */
public final class Departures {

    private Departures() {}

    /** @param rows of one track, by place */
    public static Set<UUID> of(List<RankingRow> rows, Map<UUID, Outcome> outcomes) {
        var found = new HashSet<UUID>();
        int lastSelected = rows.stream()
                .filter(row -> selected(row, outcomes))
                .mapToInt(RankingRow::place)
                .max()
                .orElse(0);
        boolean tieSplit = rows.stream()
                        .filter(row -> row.position() == Position.ON_LINE)
                        .map(row -> selected(row, outcomes))
                        .distinct()
                        .count()
                > 1;
        int firstPassed = Integer.MAX_VALUE;
        for (var row : rows) {
            boolean selected = selected(row, outcomes);
            switch (row.position()) {
                case WITHIN -> {
                    if (!selected && row.place() < lastSelected) {
                        found.add(row.application());
                    }
                }
                case ON_LINE -> {
                    if (selected && tieSplit) {
                        found.add(row.application());
                    }
                    if (!selected && !tieSplit) {
                        firstPassed = Math.min(firstPassed, row.place());
                    }
                }
                case BEYOND, NO_LINE -> {
                    if (selected && firstPassed < row.place()) {
                        found.add(row.application());
                    }
                    if (!selected) {
                        firstPassed = Math.min(firstPassed, row.place());
                    }
                }
            }
        }
        return found;
    }

    private static boolean selected(RankingRow row, Map<UUID, Outcome> outcomes) {
        return outcomes.get(row.application()) == Outcome.SELECTED;
    }
}
