package rongtong.factory.income;

/** What went wrong with a factory's income or assets. */
public enum AlarmKind {
    /** Income was used for other than teaching and production reinvestment (R-JL-11). */
    USE,
    /** The state's assets have lost value (R-JL-12). */
    VALUE
}
