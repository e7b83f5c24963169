package rongtong.publicnotice;

/** Where an objection stands. */
public enum ObjectionState {
    /** 待受理: filed, nobody has looked at it yet. */
    RECEIVED,
    /** 调查处理中. */
    ACCEPTED,
    /** 不予受理: anonymous, without a way to answer, outside the period or about something else. */
    REFUSED,
    /** 异议成立. */
    UPHELD,
    /** 异议不成立. */
    REJECTED,
    /** 已撤回: by the objector. */
    WITHDRAWN,
    /** 已终止: by an administrator, with the case. */
    CANCELLED
}
