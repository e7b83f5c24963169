package rongtong.selection.application;

/** What the credit check found of one unit (R-JL-39). */
public enum CreditFinding {
    /** 优良. */
    GOOD,
    /** 有失信或者处罚记录. */
    ENTRY,
    /** 查不到: the unit is not known here. */
    UNKNOWN
}
