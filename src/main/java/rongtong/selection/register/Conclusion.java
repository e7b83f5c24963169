package rongtong.selection.register;

/** What follows from an evaluation. */
public enum Conclusion {
    /** 保留. */
    KEEP,
    /** 整改: put right within the time of the settings, then evaluated again. */
    RECTIFY,
    /** 撤销. */
    WITHDRAW
}
