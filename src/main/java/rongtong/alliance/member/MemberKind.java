package rongtong.alliance.member;

/** What a member is. Its words are {@code alliance.kind.<NAME>}. */
public enum MemberKind {
    ENTERPRISE,
    SCHOOL,
    INSTITUTE
}
