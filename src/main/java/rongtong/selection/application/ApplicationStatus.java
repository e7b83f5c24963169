package rongtong.selection.application;

/** Where an application stands. */
public enum ApplicationStatus {
    /** 填写中: not handed in yet; only the applicant sees it. */
    WRITING,
    /** 已提交: recommendation, formal check, credit check. */
    SUBMITTED,
    /** 入围评审. */
    ENTERED,
    /** 入选. */
    SELECTED,
    /** 备选: takes the place of one that falls away. */
    RESERVE,
    /** 未入选. */
    NOT_SELECTED,
    /** 未获推荐. */
    NOT_RECOMMENDED,
    /** 不予受理. */
    NOT_ACCEPTED,
    /** 信用不符合要求. */
    CREDIT_REFUSED,
    /** 已撤回. */
    WITHDRAWN,
    /** 逾期未提交. */
    LAPSED,
    /** 随本轮取消. */
    CANCELLED;

    /** Whether nothing more will be decided about it in its round. */
    public boolean isOver() {
        return this != WRITING && this != SUBMITTED && this != ENTERED && this != RESERVE;
    }
}
