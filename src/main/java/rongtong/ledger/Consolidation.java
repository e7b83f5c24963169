package rongtong.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rongtong.organization.Sector;

/** Demand against supply of a round, by field and level (is there supply for it: all, in part, none). */
public record Consolidation(List<Row> rows) {

    /**
     * One field and level.
     *
     * @param level only for talent
     * @param demand persons or items needed
     * @param supply persons or items offered
     */
    public record Row(
            Sector sector,
            String field,
            String fieldName,
            EntryKind kind,
            @Nullable TalentLevel level,
            long demand,
            long supply) {

        /** What is missing; negative where more is offered than needed. */
        public long gap() {
            return demand - supply;
        }

        public Coverage coverage() {
            if (demand == 0) {
                return Coverage.NO_DEMAND;
            }
            if (supply == 0) {
                return Coverage.NONE;
            }
            return supply < demand ? Coverage.PARTIAL : Coverage.FULL;
        }
    }

    /** How far a demand is met. */
    public enum Coverage {
        /** 充足. */
        FULL,
        /** 部分满足. */
        PARTIAL,
        /** 无供给. */
        NONE,
        /** 无需求. */
        NO_DEMAND
    }

    public long demand() {
        return rows.stream().mapToLong(Row::demand).sum();
    }

    public long supply() {
        return rows.stream().mapToLong(Row::supply).sum();
    }
}
