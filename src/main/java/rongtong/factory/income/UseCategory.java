package rongtong.factory.income;

/** What income was used for. */
public enum UseCategory {
    /** 教育教学. */
    TEACHING,
    /** 生产再投入. */
    REINVESTMENT,
    /** 生产成本: counts as production reinvestment (default, P17). */
    COST,
    /** 其他: outside the two permitted uses. */
    OTHER;

    /** 「所得全部收入只用于教育教学和生产再投入」 (R-JL-11). */
    public boolean isPermitted() {
        return this != OTHER;
    }
}
