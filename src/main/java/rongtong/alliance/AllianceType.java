package rongtong.alliance;

/** What kind of alliance is built (LN-ALLIANCE 二(一)2). Its words are {@code alliance.type.<NAME>}. */
public enum AllianceType {
    /** 单一领域: one field of one sector. */
    SINGLE,
    /** 集成领域: several fields together. */
    INTEGRATED,
    /** 综合性: for a key park, proposed by the local government that builds it. */
    COMPREHENSIVE,
    /** 复合型: across regions or industries. */
    COMPOSITE
}
