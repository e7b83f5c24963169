package rongtong.alliance;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.organization.Sector;
import rongtong.shared.Message;
import rongtong.workflow.Findings;

/**
 * The founding of one alliance: what was proposed and what the review meeting decided.
 *
 * @param title name of the alliance, such as 辽宁省装备制造校企联盟
 * @param fields codes of {@link rongtong.ledger.Fields}, as proposed, later as decided
 * @param regions codes of regions (GB/T 2260) that take part; empty where the alliance is of the whole province
 * @param park code of the key park of a comprehensive alliance; null for others
 * @param initiator code of the organisation that proposed the alliance
 * @param demandDepartment code of the department that put forward the sector's demand (提出三次产业需求的政府部门)
 * @param layout preliminary layout (联盟布局初步方案) with the analysis of the industry (R-LNA-01)
 * @param type as wished by the initiator, later as decided
 * @param decidedOn day of the decision on the field; null before it
 */
public record Founding(
        UUID caseId,
        String title,
        Sector sector,
        List<String> fields,
        List<String> regions,
        @Nullable String park,
        String initiator,
        String demandDepartment,
        String layout,
        String analysis,
        AllianceType type,
        FoundingStatus status,
        @Nullable LocalDate decidedOn) {

    /**
     * Which rules speak against this proposal.
     *
     * <p>It comes from a government department or from the local government that builds a key park (R-LNA-14), and only
     * the latter may propose a comprehensive alliance (R-LNA-12). The sector is the proposer's own, so that the layout is
     * written by a department of the sector (R-LNA-01); fields of other sectors alone are unusual.
     *
     * @param proposer who it is
     * @param sectors the sectors of its fields
     */
    public void check(Proposer proposer, Set<Sector> sectors, Findings findings) {
        if (!proposer.isGovernment()) {
            findings.error("title", Message.of("alliance.propose.not-government", proposer.name()));
        }
        if (type == AllianceType.COMPREHENSIVE && proposer.parks().isEmpty()) {
            findings.error("type", Message.of("alliance.propose.no-park", proposer.name()));
        } else if (type == AllianceType.COMPREHENSIVE && !proposer.parks().contains(park)) {
            findings.error("park", Message.of("alliance.propose.other-park", proposer.name()));
        }
        if (!sectors.contains(sector)) {
            findings.warning(Message.of("alliance.propose.other-sector", Message.of("alliance.sector." + sector)));
        }
    }
}
