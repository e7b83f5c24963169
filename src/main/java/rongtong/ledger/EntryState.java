package rongtong.ledger;

/** Whether an entry counts. */
public enum EntryState {
    /** 待确认: submitted by a secretariat or a unit, not yet confirmed by an owner of the ledger (R-LNA-28). */
    PROPOSED,
    /** 有效. */
    VALID
}
