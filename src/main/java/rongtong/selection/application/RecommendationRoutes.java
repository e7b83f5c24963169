package rongtong.selection.application;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import rongtong.organization.Organization;
import rongtong.organization.OrganizationLevel;
import rongtong.organization.Organizations;
import rongtong.selection.programme.Track;
import rongtong.workflow.DecisionTables;

/**
 * Who recommends an applicant, from below: the department in charge in its own county, the government of its own city. Which
 * function the department has is the table {@code pilot-recommender}. Nobody recommends itself, and who stands under the
 * province itself applies to it directly.
 */
@Component
class RecommendationRoutes {

    private static final String TABLE = "pilot-recommender";
    private static final String GOVERNMENT = "government";

    private final Organizations organizations;
    private final DecisionTables tables;

    RecommendationRoutes(Organizations organizations, DecisionTables tables) {
        this.organizations = organizations;
        this.tables = tables;
    }

    /** Codes of the organs, in the order in which they are asked; empty for many. */
    List<String> of(Track track, String applicantCode) {
        var applicant = organizations.get(applicantCode);
        var route = new LinkedHashSet<String>();
        for (var recommender : track.route()) {
            switch (recommender) {
                case COUNTY -> county(applicant).ifPresent(route::add);
                case CITY -> city(applicant).ifPresent(route::add);
            }
        }
        route.remove(applicantCode);
        return List.copyOf(route);
    }

    private Optional<String> county(Organization applicant) {
        var region = applicant.region();
        if (applicant.level() != OrganizationLevel.COUNTY || region == null) {
            return Optional.empty();
        }
        return tables.decide(
                        TABLE,
                        Map.of(
                                "kind",
                                applicant.kind().name(),
                                "schoolType",
                                Objects.requireNonNullElse(applicant.schoolType(), "")))
                .flatMap(row -> organizations.findResponsible(region, String.valueOf(row.get("function"))));
    }

    private Optional<String> city(Organization applicant) {
        var local = applicant.level() == OrganizationLevel.COUNTY || applicant.level() == OrganizationLevel.CITY;
        var region = applicant.region();
        return local && region != null
                ? organizations.findResponsible(region.substring(0, 4) + "00", GOVERNMENT)
                : Optional.empty();
    }
}
