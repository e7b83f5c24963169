package rongtong.alliance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rongtong.organization.OrganizationKind;
import rongtong.organization.Sector;

/**
 * Who proposes an alliance.
 *
 * @param sector of the department's own industry; null for a local government, which speaks for all
 * @param parks codes of the key parks that it builds; empty for a department
 */
public record Proposer(
        String code,
        String name,
        OrganizationKind kind,
        @Nullable Sector sector,
        List<String> parks) {

    /** Government departments lead (LN-ALLIANCE 二(二)1, R-LNA-14). */
    public boolean isGovernment() {
        return kind == OrganizationKind.DEPARTMENT || kind == OrganizationKind.GOVERNMENT;
    }
}
