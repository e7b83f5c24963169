package rongtong.selection.register;

/** Result of an evaluation (评价等次), best first. */
public enum Grade {
    /** 优秀. */
    EXCELLENT,
    /** 良好. */
    GOOD,
    /** 合格. */
    PASS,
    /** 不合格. */
    FAIL
}
