package rongtong.alliance.member;

/** How a member belongs. Its words are {@code alliance.mode.<NAME>}. */
public enum MemberMode {
    FULL,
    /** 柔性加入: a university or institute from outside the province, on invitation (R-LNA-18). */
    FLEXIBLE
}
