package rongtong.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.shared.Csv;
import rongtong.shared.Demonstration;

/**
 * Loads the reference data that come with the program, before the first request: regions, majors, departments and their
 * functions everywhere; in a demonstration also schools, enterprises, institutes and the local departments of Jilin. What
 * is already there stays as it is.
 */
@Component("organizationData")
@DependsOnDatabaseInitialization
class OrganizationData implements InitializingBean {

    private static final int SCHOOLS_BEGIN = 1_000;
    private static final int DEMONSTRATION_SCHOOLS_BEGIN = 5_000;
    private static final int INSTITUTES_BEGIN = 10_000;
    private static final int ENTERPRISES_BEGIN = 20_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Demonstration demonstration;
    private final Organizations organizations;

    OrganizationData(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Demonstration demonstration,
            Organizations organizations) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.demonstration = demonstration;
        this.organizations = organizations;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> load());
        organizations.forgetNames();
    }

    private void load() {
        insert(
                "organization.region (code, name, level, parent)",
                Csv.read("data/regions.csv"),
                "code",
                "name",
                "level",
                "parent");
        insert(
                "organization.major (code, name, class, category, level)",
                Csv.read("data/majors.csv"),
                "code",
                "name",
                "class",
                "category",
                "level");
        var names = new ArrayList<Organizations.OrganizationName>();
        var entries = new ArrayList<Entry>(departments());
        var locals =
                demonstration.isOn() ? LocalDepartment.ofAll(Csv.read("data/regions.csv")) : List.<LocalDepartment>of();
        for (var local : locals) {
            entries.add(new Entry(local.organization(), null, entries.size()));
            names.add(new Organizations.OrganizationName(local.code(), local.name(), null, null, null));
        }
        if (demonstration.isOn()) {
            entries.addAll(schools(names));
            entries.addAll(demonstrationSchools(names));
            entries.addAll(institutes(names));
            entries.addAll(enterprises(names));
        }
        insertOrganizations(entries);
        insertNames(names);
        insertDated(
                "organization.name (organization, name_zh, name_en",
                Csv.read("data/names.csv"),
                "code",
                "name_zh",
                "name_en");
        insertDated(
                "organization.function (jurisdiction, function, organization",
                Csv.read("data/functions.csv"),
                "jurisdiction",
                "function",
                "organization");
        insertFunctions(locals);
    }

    /** An organisation with its place in lists and, for an enterprise, its short name on the exchange. */
    private record Entry(
            Organization organization, @Nullable String shortName, int position) {}

    private static List<Entry> departments() {
        var entries = new ArrayList<Entry>();
        for (var row : Csv.read("data/departments.csv")) {
            var organization = new Organization(
                    row.text("code"),
                    OrganizationKind.valueOf(row.text("kind")),
                    OrganizationLevel.valueOf(row.text("level")),
                    row.text("province"),
                    row.orNull("region"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
            entries.add(new Entry(organization, null, entries.size()));
        }
        return entries;
    }

    private static List<Entry> schools(List<Organizations.OrganizationName> names) {
        var entries = new ArrayList<Entry>();
        for (var row : Csv.read("data/schools.csv")) {
            var organization = new Organization(
                    row.text("code"),
                    OrganizationKind.SCHOOL,
                    schoolLevel(row),
                    row.text("province"),
                    row.orNull("region"),
                    row.orNull("ownership"),
                    row.orNull("supervisor"),
                    null,
                    row.orNull("school_type"),
                    null,
                    null);
            entries.add(new Entry(organization, null, SCHOOLS_BEGIN + entries.size()));
            names.add(sinceEver(row));
        }
        return entries;
    }

    /** Vocational and technician schools of cities and counties, for which no official list is at hand. */
    private static List<Entry> demonstrationSchools(List<Organizations.OrganizationName> names) {
        var entries = new ArrayList<Entry>();
        for (var row : Csv.read("data/demonstration-schools.csv")) {
            var organization = new Organization(
                    row.text("code"),
                    OrganizationKind.SCHOOL,
                    OrganizationLevel.valueOf(row.text("level")),
                    LocalDepartment.PROVINCE,
                    row.orNull("region"),
                    row.orNull("ownership"),
                    row.orNull("supervisor"),
                    null,
                    row.orNull("school_type"),
                    null,
                    row.orNull("founder"));
            entries.add(new Entry(organization, null, DEMONSTRATION_SCHOOLS_BEGIN + entries.size()));
            names.add(sinceEver(row));
        }
        return entries;
    }

    /** Universities of ministries are national; where the list is silent (secondary schools) the city is in charge. */
    private static OrganizationLevel schoolLevel(Csv.Row row) {
        var supervisor = row.text("supervisor");
        if (supervisor.isEmpty()) {
            return OrganizationLevel.CITY;
        }
        return supervisor.contains("省") ? OrganizationLevel.PROVINCE : OrganizationLevel.NATIONAL;
    }

    private static List<Entry> institutes(List<Organizations.OrganizationName> names) {
        var entries = new ArrayList<Entry>();
        for (var row : Csv.read("data/institutes.csv")) {
            var affiliation = row.text("affiliation");
            var organization = new Organization(
                    row.text("code"),
                    OrganizationKind.INSTITUTE,
                    affiliation.contains("省") ? OrganizationLevel.PROVINCE : OrganizationLevel.NATIONAL,
                    row.text("province"),
                    row.orNull("region"),
                    null,
                    row.orNull("affiliation"),
                    null,
                    null,
                    null,
                    null);
            entries.add(new Entry(organization, null, INSTITUTES_BEGIN + entries.size()));
            names.add(sinceEver(row));
        }
        return entries;
    }

    private static List<Entry> enterprises(List<Organizations.OrganizationName> names) {
        var entries = new ArrayList<Entry>();
        var rows = new ArrayList<>(Csv.read("data/enterprises.csv"));
        rows.addAll(Csv.read("data/demonstration-enterprises.csv"));
        for (var row : rows) {
            var sector = row.orNull("sector");
            var organization = new Organization(
                    row.text("code"),
                    OrganizationKind.ENTERPRISE,
                    OrganizationLevel.PROVINCE,
                    row.text("province"),
                    row.orNull("region"),
                    null,
                    null,
                    sector == null ? null : Sector.valueOf(sector.toUpperCase(Locale.ROOT)),
                    null,
                    row.orNull("industry"),
                    null);
            entries.add(new Entry(organization, row.orNull("short_name"), ENTERPRISES_BEGIN + entries.size()));
            names.add(sinceEver(row));
        }
        return entries;
    }

    private static Organizations.OrganizationName sinceEver(Csv.Row row) {
        return new Organizations.OrganizationName(row.text("code"), row.text("name"), null, null, null);
    }

    private void insertOrganizations(List<Entry> entries) {
        var organizations = entries.stream().map(Entry::organization).toList();
        jdbc.sql("""
                        insert into organization.organization
                            (code, kind, level, province, region, ownership, supervisor, sector, school_type, industry,
                             short_name, position, founder)
                        select * from unnest(
                            :codes::text[], :kinds::text[], :levels::text[], :provinces::text[], :regions::text[],
                            :ownerships::text[], :supervisors::text[], :sectors::text[], :schoolTypes::text[],
                            :industries::text[], :shortNames::text[], :positions::int[], :founders::text[])
                        on conflict do nothing
                        """)
                .param("codes", organizations.stream().map(Organization::code).toArray(String[]::new))
                .param("kinds", organizations.stream().map(o -> o.kind().name()).toArray(String[]::new))
                .param(
                        "levels",
                        organizations.stream().map(o -> o.level().name()).toArray(String[]::new))
                .param(
                        "provinces",
                        organizations.stream().map(Organization::province).toArray(String[]::new))
                .param(
                        "regions",
                        organizations.stream().map(Organization::region).toArray(String[]::new))
                .param(
                        "ownerships",
                        organizations.stream().map(Organization::ownership).toArray(String[]::new))
                .param(
                        "supervisors",
                        organizations.stream().map(Organization::supervisor).toArray(String[]::new))
                .param(
                        "sectors",
                        organizations.stream().map(OrganizationData::sectorName).toArray(String[]::new))
                .param(
                        "schoolTypes",
                        organizations.stream().map(Organization::schoolType).toArray(String[]::new))
                .param(
                        "industries",
                        organizations.stream().map(Organization::industry).toArray(String[]::new))
                .param("shortNames", entries.stream().map(Entry::shortName).toArray(String[]::new))
                .param(
                        "founders",
                        organizations.stream().map(Organization::founder).toArray(String[]::new))
                .param("positions", entries.stream().map(Entry::position).toArray(Integer[]::new))
                .update();
    }

    private static @Nullable String sectorName(Organization organization) {
        return organization.sector() == null ? null : organization.sector().name();
    }

    private void insertNames(List<Organizations.OrganizationName> names) {
        jdbc.sql("""
                        insert into organization.name (organization, name_zh)
                        select * from unnest(:codes::text[], :names::text[])
                        on conflict do nothing
                        """)
                .param(
                        "codes",
                        names.stream().map(Organizations.OrganizationName::code).toArray(String[]::new))
                .param(
                        "names",
                        names.stream()
                                .map(Organizations.OrganizationName::nameZh)
                                .toArray(String[]::new))
                .update();
    }

    private void insertFunctions(List<LocalDepartment> locals) {
        jdbc.sql("""
                        insert into organization.function (jurisdiction, function, organization)
                        select * from unnest(:jurisdictions::text[], :functions::text[], :organizations::text[])
                        on conflict do nothing
                        """)
                .param(
                        "jurisdictions",
                        locals.stream().map(LocalDepartment::region).toArray(String[]::new))
                .param(
                        "functions",
                        locals.stream().map(LocalDepartment::function).toArray(String[]::new))
                .param(
                        "organizations",
                        locals.stream().map(LocalDepartment::code).toArray(String[]::new))
                .update();
    }

    private void insert(String target, List<Csv.Row> rows, String... columns) {
        insert(target, "*", rows, columns);
    }

    /** As {@link #insert}, with the columns {@code valid_from} and {@code valid_to} at the end. */
    private void insertDated(String target, List<Csv.Row> rows, String... columns) {
        var all = new ArrayList<>(List.of(columns));
        all.addAll(List.of("valid_from", "valid_to"));
        insert(target + ", valid_from, valid_to)", "a0, a1, a2, a3::date, a4::date", rows, all.toArray(String[]::new));
    }

    private void insert(String target, String selection, List<Csv.Row> rows, String... columns) {
        var arrays = new StringBuilder();
        var aliases = new StringBuilder();
        for (int i = 0; i < columns.length; i++) {
            arrays.append(i == 0 ? "" : ", ").append(":a").append(i).append("::text[]");
            aliases.append(i == 0 ? "" : ", ").append("a").append(i);
        }
        var statement = jdbc.sql("insert into %s select %s from unnest(%s) as cell (%s) on conflict do nothing"
                .formatted(target, selection, arrays, aliases));
        for (int i = 0; i < columns.length; i++) {
            var column = columns[i];
            statement = statement.param(
                    "a" + i, rows.stream().map(row -> row.orNull(column)).toArray(String[]::new));
        }
        statement.update();
    }
}
