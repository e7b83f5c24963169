package rongtong.selection.register;

/** Which check an evaluation belongs to. */
public enum EvaluationKind {
    /** 中期检查, at half of the validity. */
    MIDTERM,
    /** 年度检查 of demonstration alliances. */
    YEARLY,
    /** 期满评价. */
    FINAL,
    /** 第三方评价 that the State or the department has ordered (R-LN-20). */
    THIRD_PARTY
}
