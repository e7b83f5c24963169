package rongtong.alliance.member;

/** Where a candidate stands. Its words are {@code alliance.member.<NAME>}. */
public enum MemberStatus {
    /** Selected and invited, not yet answered. */
    PROPOSED,
    CONSENTED,
    DECLINED,
    /** Did not answer within the deadline; not a member. */
    SILENT,
    /** The founding was taken back. */
    WITHDRAWN
}
