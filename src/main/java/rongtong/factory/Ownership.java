package rongtong.factory;

/** Who owns a factory (R-JL-07). */
public enum Ownership {
    /** 学校独资. */
    SCHOOL_ONLY,
    /** 股份制. */
    SHAREHOLDING,
    /** 混合所有制. */
    MIXED;

    /** Whether others than the school own a part: then returns to shareholders are in question (trap 5). */
    public boolean isShared() {
        return this != SCHOOL_ONLY;
    }
}
