package rongtong.credit;

/** How heavy an entry is. */
public enum CreditKind {
    /** 严重失信: listed for serious dishonesty. */
    DISHONESTY,
    /** 惩戒、处罚: sanctioned. */
    SANCTION,
    /** 提示: worth a look, no obstacle. */
    REMARK
}
