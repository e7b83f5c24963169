package rongtong.alliance.member;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One organisation that was selected for an alliance.
 *
 * @param organization its code
 * @param selectedBy code of the department that selected it
 * @param invitedBy code of the department or member that invited it; only where it joins flexibly
 * @param reason why it fits: its disciplines, products or strengths
 * @param contact person named with the consent, and {@code phone}; null before
 * @param answer reason given when it declined, or its wishes; null before
 */
public record Member(
        UUID caseId,
        String organization,
        MemberKind kind,
        MemberMode mode,
        String selectedBy,
        @Nullable String invitedBy,
        String reason,
        MemberStatus status,
        @Nullable String contact,
        @Nullable String phone,
        @Nullable String answer,
        @Nullable Instant decidedAt) {}
