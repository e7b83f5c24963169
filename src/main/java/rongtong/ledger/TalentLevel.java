package rongtong.ledger;

/** Levels of talent, by schooling and from the worker to the senior engineer (LN-ALLIANCE 一(二)-1). */
public enum TalentLevel {
    /** 研究生. */
    GRADUATE,
    /** 本科. */
    UNDERGRADUATE,
    /** 高职专科. */
    HIGHER_VOCATIONAL,
    /** 中职. */
    SECONDARY_VOCATIONAL,
    /** 普通技术工人. */
    SKILLED_WORKER,
    /** 技师. */
    TECHNICIAN,
    /** 高级工程师. */
    SENIOR_ENGINEER
}
