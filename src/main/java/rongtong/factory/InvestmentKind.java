package rongtong.factory;

/** What a school applies for. All kinds go the same way (default, P16). */
public enum InvestmentKind {
    /** 新建投资. */
    ESTABLISH,
    /** 变更: another form of ownership or other partners. */
    CHANGE,
    /** 追加投资. */
    INCREASE,
    /** 退出: what remains returns to the school's budget. */
    EXIT
}
