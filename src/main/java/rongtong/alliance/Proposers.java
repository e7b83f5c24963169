package rongtong.alliance;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.organization.Organizations;
import rongtong.organization.Sector;
import rongtong.shared.Csv;

/**
 * Says for whom an organisation may propose an alliance: the departments of the sectors (涉农、涉工、涉服务业相关部门,
 * LN-ALLIANCE 一(二)-1) and the local governments that build key parks (二(一)2). Which government builds which park the plan
 * does not say: {@code data/key-parks.csv} and the functions of the organisations are defaults.
 */
@Component
public class Proposers {

    private static final Map<String, Sector> SECTORS = Map.of(
            "agriculture", Sector.AGRICULTURE,
            "industry", Sector.INDUSTRY,
            "development-reform", Sector.SERVICES,
            "commerce", Sector.SERVICES,
            "services", Sector.SERVICES);

    private final Organizations organizations;
    private final List<Csv.Row> parks = Csv.read("data/key-parks.csv");

    Proposers(Organizations organizations) {
        this.organizations = organizations;
    }

    /** @throws rongtong.shared.NotFound if there is no such organisation */
    public Proposer get(String organization) {
        var functions = organizations.functionsOf(organization);
        return new Proposer(
                organization,
                organizations.name(organization),
                organizations.get(organization).kind(),
                sector(functions),
                parksOf(functions));
    }

    /**
     * The sector of an alliance: the proposing department's own (R-LNA-01); for the government of a park, which speaks for
     * all sectors, that of its fields.
     *
     * @param fields sectors of the fields proposed
     */
    public Sector sector(String organization, Set<Sector> fields) {
        var own = sector(organizations.functionsOf(organization));
        return own != null
                ? own
                : fields.stream().min(Comparator.naturalOrder()).orElse(Sector.INDUSTRY);
    }

    private static @Nullable Sector sector(Set<String> functions) {
        return functions.stream()
                .filter(SECTORS::containsKey)
                .map(SECTORS::get)
                .findFirst()
                .orElse(null);
    }

    private List<String> parksOf(Set<String> functions) {
        return parks.stream()
                .filter(park -> functions.contains(park.text("function")))
                .map(park -> park.text("park"))
                .toList();
    }
}
