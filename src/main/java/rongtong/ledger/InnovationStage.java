package rongtong.ledger;

/** Stages of the chain of innovation (LN-ALLIANCE 一(二)-1). */
public enum InnovationStage {
    /** 基础研究. */
    BASIC,
    /** 应用研究. */
    APPLIED,
    /** 成果转化. */
    TRANSFER
}
