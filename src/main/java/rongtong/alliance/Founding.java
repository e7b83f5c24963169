package rongtong.alliance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The founding of one alliance: what was proposed and what the review meeting decided.
 *
 * @param title name of the alliance, such as 辽宁省装备制造校企联盟
 * @param fields codes of {@link IndustryFields}, as proposed, later as decided
 * @param regions codes of regions (GB/T 2260) that take part; empty where the alliance is of the whole province
 * @param park name of the key park of a comprehensive alliance; null for others
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

    /** Whether a local government proposed it for the key park that it builds (LN-ALLIANCE 二(一)2). */
    public boolean forPark() {
        return park != null;
    }
}
