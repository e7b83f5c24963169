package rongtong.factory;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import rongtong.organization.Organization;
import rongtong.organization.OrganizationKind;
import rongtong.organization.Organizations;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;
import rongtong.workflow.DecisionTables;

/**
 * Finds the departments that handle a school's investments. Which function they have is the table
 * {@code factory-routing}; which department has it at the school's own level (本级, not 同级) is data.
 */
@Service
public class Routes {

    /** The documents of the procedure bind this province alone. */
    static final String PROVINCE = "JL";

    private static final String TABLE = "factory-routing";
    private static final String PUBLIC = "公办";

    private final Organizations organizations;
    private final DecisionTables tables;

    Routes(Organizations organizations, DecisionTables tables) {
        this.organizations = organizations;
        this.tables = tables;
    }

    /** A route, or why there is none. */
    private record Found(@Nullable Route route, @Nullable Message refusal) {

        static Found refused(String key, Object... arguments) {
            return new Found(null, Message.of(key, arguments));
        }
    }

    /**
     * Why a school may not apply, in words that say what to do (R-JL-03, R-JL-09): it lies outside the province, is not
     * public, is no vocational or technician school, or no department answers for it.
     */
    public Optional<Message> refusal(String school) {
        return Optional.ofNullable(find(school).refusal());
    }

    /** @throws RuleViolation with {@link #refusal} if the school has none */
    public Route of(String school) {
        var found = find(school);
        if (found.refusal() != null) {
            throw new RuleViolation(found.refusal());
        }
        return Objects.requireNonNull(found.route());
    }

    private Found find(String code) {
        var school = organizations.get(code);
        var name = organizations.name(code);
        if (school.kind() != OrganizationKind.SCHOOL || !PROVINCE.equals(school.province())) {
            return Found.refused("factory.route.outside", name);
        }
        if (school.ownership() == null) {
            return Found.refused("factory.route.ownership-unknown", name);
        }
        if (!PUBLIC.equals(school.ownership())) {
            return Found.refused("factory.route.private", name, school.ownership());
        }
        var functions = tables.decide(
                TABLE,
                Map.of(
                        "schoolType", orEmpty(school.schoolType()),
                        "founder", orEmpty(school.founder()),
                        "level", school.level().name()));
        if (functions.isEmpty()) {
            return Found.refused("factory.route.not-vocational", name, orEmpty(school.schoolType()));
        }
        return departments(
                school,
                name,
                String.valueOf(functions.get().get("industryFunction")),
                String.valueOf(functions.get().get("financeFunction")));
    }

    private Found departments(Organization school, String name, String industryFunction, String financeFunction) {
        var jurisdiction = jurisdiction(school);
        var industry = organizations.findResponsible(jurisdiction, industryFunction);
        var finance = organizations.findResponsible(jurisdiction, financeFunction);
        if (industry.isEmpty()) {
            return Found.refused("factory.route.no-industry-department", name);
        }
        if (finance.isEmpty()) {
            return Found.refused("factory.route.no-finance-department", name);
        }
        return new Found(new Route(industry.get(), finance.get()), null);
    }

    /** The province's code, or that of the city or county whose school it is. */
    private static String jurisdiction(Organization school) {
        var region = orEmpty(school.region());
        return switch (school.level()) {
            case NATIONAL, PROVINCE -> school.province();
            case CITY -> region.isEmpty() ? region : region.substring(0, 4) + "00";
            case COUNTY -> region;
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
