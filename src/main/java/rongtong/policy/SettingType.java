package rongtong.policy;

/** What a setting's value looks like. */
public enum SettingType {
    /** A whole number. */
    NUMBER,
    /** A {@link Fraction}. */
    FRACTION,
    /** {@code true} or {@code false}. */
    FLAG,
    /** One of the words that the setting allows. */
    CHOICE
}
