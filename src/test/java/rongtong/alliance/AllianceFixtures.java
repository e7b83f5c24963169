package rongtong.alliance;

import java.util.List;
import java.util.UUID;
import rongtong.organization.Sector;

/** Foundings by state. */
public final class AllianceFixtures {

    private AllianceFixtures() {}

    /** 装备制造 proposed by the industry department of Liaoning. */
    public static Founding proposed(UUID caseId) {
        return new Founding(
                caseId,
                "辽宁省装备制造校企联盟",
                Sector.INDUSTRY,
                List.of("equipment"),
                List.of(),
                null,
                "LN-IIT",
                "LN-IIT",
                "以沈阳、大连为核心布局",
                "产业链向高端延伸",
                AllianceType.SINGLE,
                FoundingStatus.PROPOSED,
                null);
    }

    /** Recorded, and decided to be built. @return its case */
    public static UUID building(Foundings foundings) {
        var caseId = UUID.randomUUID();
        foundings.propose(proposed(caseId));
        foundings.build(caseId, AllianceType.SINGLE, List.of("equipment"), List.of());
        return caseId;
    }
}
