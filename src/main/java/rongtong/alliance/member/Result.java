package rongtong.alliance.member;

import java.util.List;
import rongtong.shared.Message;
import rongtong.workflow.Findings;

/**
 * What the selection has brought: how many of each side consent.
 *
 * @param schools schools and institutes together
 */
public record Result(long enterprises, long schools) {

    /** @param members all that consented */
    public static Result of(List<Member> members) {
        var enterprises = members.stream()
                .filter(member -> member.kind() == MemberKind.ENTERPRISE)
                .count();
        return new Result(enterprises, members.size() - enterprises);
    }

    /**
     * Whether the list may stand. An alliance of schools and enterprises has at least one of each (LN-ALLIANCE 引言); fewer
     * than the settings ask for is unusual (default P03, soft).
     */
    public void check(int fewestEnterprises, int fewestSchools, Findings findings) {
        if (enterprises == 0) {
            findings.error("memberDecision", Message.of("alliance.confirm.no-enterprise"));
        }
        if (schools == 0) {
            findings.error("memberDecision", Message.of("alliance.confirm.no-school"));
        }
        if (enterprises < fewestEnterprises) {
            findings.warning(Message.of("alliance.confirm.few-enterprises", enterprises, fewestEnterprises));
        }
        if (schools < fewestSchools) {
            findings.warning(Message.of("alliance.confirm.few-schools", schools, fewestSchools));
        }
    }
}
