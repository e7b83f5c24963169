package rongtong.selection.register;

/** Kinds of decisions that evaluation results are an important basis of (R-LN-14, R-JL-34, R-GB-14). */
public enum Purpose {
    /** 绩效考核. */
    APPRAISAL,
    /** 投入引导. */
    FUNDING,
    /** 试点开展. */
    PILOT,
    /** 表彰激励. */
    COMMENDATION
}
