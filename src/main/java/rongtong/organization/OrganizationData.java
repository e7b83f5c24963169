package rongtong.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
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
        var entries = departments();
        var locals =
                demonstration.isOn() ? LocalDepartment.ofAll(Csv.read("data/regions.csv")) : List.<LocalDepartment>of();
        for (var local : locals) {
            entries.add(new Entry(local.organization(), local.name(), null, entries.size()));
        }
        if (demonstration.isOn()) {
            entries.addAll(schools());
            entries.addAll(demonstrationSchools());
            entries.addAll(institutes());
            entries.addAll(enterprises());
        }
        insertOrganizations(entries);
        insertNames(entries);
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

    /**
     * An organisation with its place in lists.
     *
     * @param name since ever; nothing for those whose names change over time
     * @param shortName of an enterprise on the exchange
     */
    private record Entry(
            Organization organization,
            @Nullable String name,
            @Nullable String shortName,
            int position) {}

    private static List<Entry> departments() {
        return entries(
                Csv.read("data/departments.csv"),
                0,
                row -> organization(
                        row,
                        OrganizationKind.valueOf(row.text("kind")),
                        OrganizationLevel.valueOf(row.text("level")),
                        row.text("province"),
                        null));
    }

    private static List<Entry> schools() {
        return entries(
                Csv.read("data/schools.csv"),
                SCHOOLS_BEGIN,
                row -> organization(
                        row,
                        OrganizationKind.SCHOOL,
                        schoolLevel(row),
                        row.text("province"),
                        row.orNull("supervisor")));
    }

    /** Vocational and technician schools of cities and counties, for which no official list is at hand. */
    private static List<Entry> demonstrationSchools() {
        return entries(
                Csv.read("data/demonstration-schools.csv"),
                DEMONSTRATION_SCHOOLS_BEGIN,
                row -> organization(
                        row,
                        OrganizationKind.SCHOOL,
                        OrganizationLevel.valueOf(row.text("level")),
                        LocalDepartment.PROVINCE,
                        row.orNull("supervisor")));
    }

    /** Universities of ministries are national; where the list is silent (secondary schools) the city is in charge. */
    private static OrganizationLevel schoolLevel(Csv.Row row) {
        var supervisor = row.text("supervisor");
        return supervisor.isEmpty() ? OrganizationLevel.CITY : levelUnder(supervisor);
    }

    private static List<Entry> institutes() {
        return entries(
                Csv.read("data/institutes.csv"),
                INSTITUTES_BEGIN,
                row -> organization(
                        row,
                        OrganizationKind.INSTITUTE,
                        levelUnder(row.text("affiliation")),
                        row.text("province"),
                        row.orNull("affiliation")));
    }

    private static OrganizationLevel levelUnder(String supervisor) {
        return supervisor.contains("省") ? OrganizationLevel.PROVINCE : OrganizationLevel.NATIONAL;
    }

    private static List<Entry> enterprises() {
        return entries(
                Stream.of("data/enterprises.csv", "data/demonstration-enterprises.csv")
                        .flatMap(file -> Csv.read(file).stream())
                        .toList(),
                ENTERPRISES_BEGIN,
                row -> organization(
                        row, OrganizationKind.ENTERPRISE, OrganizationLevel.PROVINCE, row.text("province"), null));
    }

    /** @param begin place of the first one in lists */
    private static List<Entry> entries(List<Csv.Row> rows, int begin, Function<Csv.Row, Organization> organization) {
        var entries = new ArrayList<Entry>(rows.size());
        for (var row : rows) {
            entries.add(new Entry(
                    organization.apply(row), known(row, "name"), known(row, "short_name"), begin + entries.size()));
        }
        return entries;
    }

    /** What the file of the organisation has no column for stays empty. */
    private static Organization organization(
            Csv.Row row, OrganizationKind kind, OrganizationLevel level, String province, @Nullable String supervisor) {
        var sector = known(row, "sector");
        return new Organization(
                row.text("code"),
                kind,
                level,
                province,
                known(row, "region"),
                known(row, "ownership"),
                supervisor,
                sector == null ? null : Sector.valueOf(sector.toUpperCase(Locale.ROOT)),
                known(row, "school_type"),
                known(row, "industry"),
                known(row, "founder"));
    }

    private static @Nullable String known(Csv.Row row, String column) {
        return row.values().containsKey(column) ? row.orNull(column) : null;
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

    private void insertNames(List<Entry> entries) {
        var named = entries.stream().filter(entry -> entry.name() != null).toList();
        jdbc.sql("""
                        insert into organization.name (organization, name_zh)
                        select * from unnest(:codes::text[], :names::text[])
                        on conflict do nothing
                        """)
                .param(
                        "codes",
                        named.stream().map(entry -> entry.organization().code()).toArray(String[]::new))
                .param("names", named.stream().map(Entry::name).toArray(String[]::new))
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
