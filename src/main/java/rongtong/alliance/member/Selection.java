package rongtong.alliance.member;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rongtong.organization.Organization;
import rongtong.organization.OrganizationKind;
import rongtong.shared.Listed;
import rongtong.shared.Message;
import rongtong.workflow.Findings;

/**
 * One department's selection of one kind of member.
 *
 * @param list key of the list in the form
 * @param selectedBy code of the department that selects
 * @param competent code of the department that the plan charges with this kind (R-LNA-15)
 * @param competentName its name
 * @param satisfied whether the alliance has members of this kind already
 */
public record Selection(
        MemberKind kind,
        String list,
        String selectedBy,
        String competent,
        String competentName,
        boolean satisfied,
        List<Candidate> candidates) {

    /**
     * Which rules speak against it (LN-ALLIANCE 二(二)1).
     *
     * <p>Enterprises are selected by the demand department, schools by education, institutes by science (R-LNA-15). An
     * enterprise ordinarily joins one alliance only (R-LNA-17, soft), a school as many as its disciplines fit (R-LNA-16:
     * nothing is asked). From outside the province only universities and institutes join, flexibly (R-LNA-18).
     */
    public void check(Findings findings) {
        if (!selectedBy.equals(competent)) {
            findings.error(
                    list,
                    Message.of("alliance.select.not-competent", competentName, Message.of("alliance.kind." + kind)));
        }
        if (candidates.isEmpty() && !satisfied && kind != MemberKind.INSTITUTE) {
            findings.error(list, Message.of("alliance.select.none", Message.of("alliance.kind." + kind)));
        }
        var chosen = new HashSet<String>();
        for (var candidate : candidates) {
            var field = candidate.field() + ".organization";
            var organization = candidate.organization();
            if (organization == null || !organization.kind().name().equals(kind.name())) {
                findings.error(
                        field,
                        Message.of(
                                "alliance.select.other-kind", candidate.name(), Message.of("alliance.kind." + kind)));
            } else if (!chosen.add(organization.code())) {
                findings.error(field, Message.of("alliance.select.twice", candidate.name()));
            } else {
                check(candidate, organization, field, findings);
            }
        }
    }

    private void check(Candidate candidate, Organization organization, String field, Findings findings) {
        if (candidate.outside() && kind == MemberKind.ENTERPRISE) {
            findings.error(field, Message.of("alliance.select.enterprise-outside", candidate.name()));
        } else if (candidate.outside() && !isUniversity(organization)) {
            findings.warning(Message.of("alliance.select.not-university", candidate.name()));
        }
        if (kind == MemberKind.ENTERPRISE && !candidate.elsewhere().isEmpty()) {
            findings.warning(Message.of("alliance.select.elsewhere", candidate.name(), titles(candidate.elsewhere())));
        }
    }

    private static boolean isUniversity(Organization organization) {
        return organization.kind() == OrganizationKind.INSTITUTE
                || Objects.requireNonNullElse(organization.schoolType(), "").endsWith("本科");
    }

    static String titles(List<Membership> memberships) {
        return Listed.of(memberships.stream().map(Membership::title).toList());
    }

    /**
     * Who invites a candidate that joins flexibly: the department or member that was named, else the selecting department
     * (R-LNA-18). Null for a candidate of the province, which joins fully.
     */
    public @Nullable String inviterOf(Candidate candidate, String named) {
        if (!candidate.outside()) {
            return null;
        }
        return named.isEmpty() ? selectedBy : named;
    }
}
