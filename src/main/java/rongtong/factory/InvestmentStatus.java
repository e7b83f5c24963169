package rongtong.factory;

/** How far an application is. */
public enum InvestmentStatus {
    APPLIED,
    /** 不予受理. */
    NOT_ACCEPTED,
    /** 审核同意: the industry department has consented, the finance department may decide. */
    CONSENTED,
    /** 审核不同意: the finance department never sees it (R-JL-14). */
    NOT_CONSENTED,
    /** 不予批准. */
    REFUSED,
    /** 批准, perhaps with conditions. */
    APPROVED,
    WITHDRAWN
}
