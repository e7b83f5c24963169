package rongtong.selection.round;

/** Where a round stands, in this order; {@link #CANCELLED} may follow any but the last. */
public enum RoundStatus {
    /** 会签中: the call is not published yet. */
    PREPARED,
    /** 受理申报. */
    OPEN,
    /** 申报截止: recommendation and formal checks go on. */
    CLOSED,
    /** 专家评审. */
    REVIEW,
    /** 评分汇总. */
    RANKED,
    /** 联合审定. */
    PROPOSED,
    /** 公示. */
    NOTICE,
    /** 已公布. */
    FINISHED,
    /** 已取消. */
    CANCELLED
}
