package rongtong.selection.register;

import org.jspecify.annotations.Nullable;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.RegisterKind;

/**
 * A number that a policy document sets, and how far it is reached. It is shown and never blocks anything, whether its year
 * has passed or not.
 *
 * @param rule such as {@code R-JL-35}
 * @param document with {@code clause} where it stands
 * @param year by whose end it was to be reached; nothing where the document names none
 * @param reached recognitions or partner enterprises that were not withdrawn; nothing for what no register here counts
 * @param reachedInTime the same at the end of the year, where that has passed
 */
public record PolicyTarget(
        String rule,
        String document,
        String clause,
        String quotation,
        String province,
        RegisterKind register,
        @Nullable String programme,
        @Nullable String track,
        Unit unit,
        Quota.Kind kind,
        int amount,
        @Nullable Integer year,
        @Nullable Long reached,
        @Nullable Long reachedInTime) {

    /** What is counted. */
    public enum Unit {
        /** Entries of the register. */
        RECOGNITIONS,
        /** Enterprises named as partners in recognised applications, each once. */
        PARTNERS,
        /** Something no register here knows, such as a national reputation. */
        ELSEWHERE
    }

    /** How far it is reached, of 1; more than 1 where there are more than were asked for. */
    public double share() {
        return reached == null ? 0 : (double) reached / amount;
    }
}
