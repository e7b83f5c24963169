package rongtong.alliance.register;

import java.time.LocalDate;

/**
 * How far the alliances cover the province's schools and its large and medium enterprises, against the target of 100 %
 * by 2020 (R-LNA-65). The target lies in the past: it is shown with its date and never blocks anything.
 *
 * @param on day of the count
 * @param schools in the province, and how many belong to an alliance
 * @param enterprises known in the province, and how many belong to an alliance; their size is not in the data
 */
public record Coverage(LocalDate on, int schools, int schoolsCovered, int enterprises, int enterprisesCovered) {

    /** Year by which the target was set. */
    public static final int TARGET_YEAR = 2020;

    /** In whole percent, rounded down: 100 means all. */
    public int schoolsPercent() {
        return percent(schoolsCovered, schools);
    }

    /** In whole percent, rounded down: 100 means all. */
    public int enterprisesPercent() {
        return percent(enterprisesCovered, enterprises);
    }

    private static int percent(int part, int whole) {
        return whole == 0 ? 0 : part * 100 / whole;
    }
}
