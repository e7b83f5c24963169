package rongtong.publicnotice;

/** Where a public notice stands. */
public enum NoticeState {
    /** Written, not yet published: nobody sees it. */
    DRAFT,
    /** 公示中: its period runs, or stands still while an objection is dealt with. */
    RUNNING,
    /** 公示结束. */
    CLOSED,
    /** 已撤回. */
    WITHDRAWN
}
