package rongtong.selection.ranking;

/** Where an application stands by the quota. The list proposes nothing: the leads decide. */
public enum Position {
    /** Within the places. */
    WITHIN,
    /** Tied across the line: more are equal than places are left. */
    ON_LINE,
    /** Beyond the places. */
    BEYOND,
    /** The quota is open: there is no line. */
    NO_LINE
}
