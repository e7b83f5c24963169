package rongtong.alliance.member;

import java.util.UUID;

/** An alliance that an organisation already belongs to. */
public record Membership(UUID caseId, String title, MemberMode mode) {}
