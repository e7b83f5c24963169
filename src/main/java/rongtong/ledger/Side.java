package rongtong.ledger;

/** Whether a ledger tells what is needed or what is offered. */
public enum Side {
    /** 需求. */
    DEMAND,
    /** 供给. */
    SUPPLY
}
