package rongtong.ledger;

/** Where a round of ledgers stands. */
public enum RoundStatus {
    /** 编制中: its ledgers are being written and confirmed. */
    OPEN,
    /** 已定版: a version that does not change any more. */
    FROZEN,
    /** 已撤回: its case was taken back. */
    WITHDRAWN
}
