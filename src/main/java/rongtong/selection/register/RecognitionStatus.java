package rongtong.selection.register;

/** Where a recognition stands on a day. */
public enum RecognitionStatus {
    /** 有效. */
    ACTIVE,
    /** 整改中: still in force. */
    RECTIFYING,
    /** 已到期: its term is over and the final evaluation is not; never stored. */
    EXPIRED,
    /** 已结题. */
    COMPLETED,
    /** 已撤销. */
    WITHDRAWN;

    /** Whether what a recognition allows is allowed now. */
    public boolean isInForce() {
        return this == ACTIVE || this == RECTIFYING;
    }
}
