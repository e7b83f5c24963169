package rongtong.alliance.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rongtong.alliance.member.MemberKind;
import rongtong.alliance.member.MemberMode;

/**
 * One alliance. What is not public (persons, phones, remarks of voters) is null or empty where nobody is logged in.
 *
 * @param council seats, the chair unit's first
 * @param charters adopted versions, the newest first; nobody outside sees drafts
 * @param resolutions what the council resolved, in order
 */
public record AllianceView(
        AllianceRow row,
        List<MemberLine> members,
        List<SeatLine> council,
        @Nullable SecretariatLine secretariat,
        List<ExpertLine> experts,
        List<CharterLine> charters,
        List<RulebookLine> rulebooks,
        List<ResolutionLine> resolutions) {

    /** A member; {@code liaison}, {@code contact} and {@code phone} only for those who are logged in. */
    public record MemberLine(
            String code,
            String name,
            MemberKind kind,
            MemberMode mode,
            boolean lead,
            @Nullable String liaison,
            @Nullable String contact,
            @Nullable String phone) {}

    /** A seat; {@code role} is CHAIR, UNIT or GOVERNMENT; person, post and phone only for those who are logged in. */
    public record SeatLine(
            String code,
            String name,
            String role,
            @Nullable String person,
            @Nullable String post,
            @Nullable String phone) {}

    /** The secretariat; its head only for those who are logged in. */
    public record SecretariatLine(
            String host, String hostName, @Nullable String head, String platform) {}

    /** A member of an expert committee; listed only for those who are logged in. */
    public record ExpertLine(String committee, String name, String organization, String title, String domain) {}

    /** A version of the charter. */
    public record CharterLine(
            int version,
            String status,
            @Nullable LocalDate adoptedOn,
            @Nullable String filingNumber,
            @Nullable LocalDate filedOn,
            List<SectionLine> sections) {}

    /** One section in the words of the charter. */
    public record SectionLine(String section, String title, String text) {}

    /** Rules that rest on the charter; {@code text} only for those who are logged in. */
    public record RulebookLine(
            String title, LocalDate dated, @Nullable String text) {}

    /** A resolution with its count; {@code ballots} and {@code task} only for those who are logged in. */
    public record ResolutionLine(
            int number,
            String subject,
            String title,
            LocalDate resolvedOn,
            boolean carried,
            int inFavour,
            int against,
            int abstained,
            int absent,
            String arithmetic,
            @Nullable String task,
            @Nullable String assigneeName,
            List<BallotLine> ballots) {}

    /** One unit's vote. */
    public record BallotLine(String code, String name, String choice, String remark) {}
}
