package rongtong.selection.panel;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import rongtong.organization.Organization;
import rongtong.organization.OrganizationFilter;
import rongtong.organization.OrganizationKind;
import rongtong.organization.OrganizationLevel;
import rongtong.organization.Organizations;

/** Who stands above an organisation: its supervising department, its founder, and whoever stands above these. */
@Component
class Superiors {

    private static final String EDUCATION = "education";
    private static final int MOST = 20_000;

    private final Organizations organizations;

    Superiors(Organizations organizations) {
        this.organizations = organizations;
    }

    /** Remembers what it has looked up; made anew for each search for conflicts. */
    Lookup lookup() {
        return new Lookup();
    }

    final class Lookup {

        private final Map<String, Set<String>> known = new HashMap<>();
        private final Map<String, String> departments = new HashMap<>();

        private Lookup() {
            organizations.find(OrganizationFilter.all(), 0, MOST).items().stream()
                    .filter(row -> isPublicBody(row.kind()))
                    .forEach(row -> departments.putIfAbsent(row.name(), row.code()));
        }

        /** Codes of all who stand above, without the organisation itself. */
        Set<String> of(String code) {
            return known.computeIfAbsent(code, this::find);
        }

        private Set<String> find(String code) {
            var above = new LinkedHashSet<String>();
            var waiting = new ArrayDeque<String>();
            waiting.add(code);
            while (!waiting.isEmpty()) {
                organizations
                        .find(waiting.remove())
                        .map(this::nextAbove)
                        .orElse(Set.of())
                        .forEach(superior -> {
                            if (!superior.equals(code) && above.add(superior)) {
                                waiting.add(superior);
                            }
                        });
            }
            return Set.copyOf(above);
        }

        private Set<String> nextAbove(Organization organization) {
            var above = new LinkedHashSet<String>();
            if (organization.supervisor() != null) {
                var named = departments.get(organization.supervisor());
                if (named != null) {
                    above.add(named);
                }
            }
            if (organization.founder() != null) {
                organizations
                        .findResponsible(jurisdiction(organization), organization.founder())
                        .ifPresent(above::add);
            }
            if (organization.kind() == OrganizationKind.SCHOOL && above.isEmpty()) {
                organizations
                        .findResponsible(jurisdiction(organization), EDUCATION)
                        .ifPresent(above::add);
            }
            if (organization.kind() == OrganizationKind.DEPARTMENT && isLocal(organization)) {
                organizations
                        .functionsOf(organization.code())
                        .forEach(function -> organizations
                                .findResponsible(upper(organization), function)
                                .ifPresent(above::add));
            }
            return above;
        }
    }

    private static boolean isPublicBody(OrganizationKind kind) {
        return kind == OrganizationKind.DEPARTMENT || kind == OrganizationKind.GOVERNMENT;
    }

    private static boolean isLocal(Organization organization) {
        return organization.region() != null
                && (organization.level() == OrganizationLevel.CITY || organization.level() == OrganizationLevel.COUNTY);
    }

    private static String jurisdiction(Organization organization) {
        var region = organization.region();
        return region == null || !isLocal(organization) ? organization.province() : region;
    }

    /** 区县 → 市（州） → 省, by the digits of GB/T 2260. */
    private static String upper(Organization organization) {
        var region = organization.region();
        return region != null && organization.level() == OrganizationLevel.COUNTY
                ? region.substring(0, 4) + "00"
                : organization.province();
    }
}
