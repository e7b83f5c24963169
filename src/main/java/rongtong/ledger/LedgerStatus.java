package rongtong.ledger;

/** Where one ledger of a round stands. */
public enum LedgerStatus {
    /** 编制中: its owners write. */
    OPEN,
    /** 待确认: with the co-owner. */
    SUBMITTED,
    /** 已确认. */
    CONFIRMED
}
