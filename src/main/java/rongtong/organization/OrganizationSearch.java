package rongtong.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.shared.Page;
import rongtong.shared.SearchText;

/** Reads organisations, straight from SQL. */
@Component
class OrganizationSearch {

    private final JdbcClient jdbc;

    OrganizationSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Organization> byCode(String code) {
        return jdbc.sql("""
                        select code, kind, level, province, region, ownership, supervisor, sector, school_type, industry,
                            founder
                        from organization.organization
                        where code = :code
                        """).param("code", code).query(Organization.class).optional();
    }

    /** The newest name of each organisation last. */
    List<Organizations.OrganizationName> names() {
        return jdbc.sql("""
                        select organization as code, name_zh, name_en, valid_from, valid_to
                        from organization.name
                        order by organization, valid_from nulls first
                        """).query(Organizations.OrganizationName.class).list();
    }

    Page<OrganizationRow> find(OrganizationFilter filter, LocalDate on, boolean english, int page, int size) {
        var condition = new StringBuilder("""
                from organization.organization o
                join organization.name n on n.organization = o.code
                    and (n.valid_from is null or n.valid_from <= :on) and (n.valid_to is null or n.valid_to >= :on)
                left join organization.region r on r.code = o.region
                where true
                """);
        if (!filter.kinds().isEmpty()) {
            condition.append(" and o.kind = any(:kinds)");
        }
        if (filter.region() != null) {
            condition.append(" and o.region like :region");
        }
        if (filter.province() != null) {
            condition.append(
                    filter.province().startsWith("!") ? " and o.province <> :province" : " and o.province = :province");
        }
        if (filter.sector() != null) {
            condition.append(" and o.sector = :sector");
        }
        if (filter.text() != null) {
            condition.append(
                    " and (n.name_zh ilike :text or n.name_en ilike :text or o.short_name ilike :text or o.code ilike :code)");
        }
        var count = jdbc.sql("select count(*) " + condition);
        var select = jdbc.sql("""
                select o.code, case when :english then coalesce(n.name_en, n.name_zh) else n.name_zh end as name, o.kind,
                    o.level, o.province, o.region, r.name as region_name, o.sector, o.school_type
                """ + condition + """

                order by o.position, o.code
                offset :offset limit :limit
                """)
                .param("english", english)
                .param("offset", (long) page * size)
                .param("limit", size);
        return new Page<>(
                bind(select, filter, on).query(OrganizationRow.class).list(),
                page,
                size,
                bind(count, filter, on).query(Long.class).single());
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, OrganizationFilter filter, LocalDate on) {
        statement.param("on", on);
        if (!filter.kinds().isEmpty()) {
            statement.param("kinds", filter.kinds().stream().map(Enum::name).toArray(String[]::new));
        }
        if (filter.region() != null) {
            statement.param("region", Regions.prefix(filter.region()) + "%");
        }
        if (filter.province() != null) {
            statement.param("province", filter.province().replace("!", ""));
        }
        if (filter.sector() != null) {
            statement.param("sector", filter.sector().name());
        }
        if (filter.text() != null) {
            statement
                    .param("text", "%" + SearchText.literal(filter.text()) + "%")
                    .param("code", SearchText.literal(filter.text()));
        }
        return statement;
    }

    Optional<String> responsible(String jurisdiction, String function, LocalDate on) {
        return jdbc.sql("""
                        select organization
                        from organization.function
                        where jurisdiction = :jurisdiction
                            and function = :function
                            and (valid_from is null or valid_from <= :on)
                            and (valid_to is null or valid_to >= :on)
                        order by valid_from desc nulls last
                        limit 1
                        """)
                .param("jurisdiction", jurisdiction)
                .param("function", function)
                .param("on", on)
                .query(String.class)
                .optional();
    }

    List<String> functionsOf(String code, LocalDate on) {
        return jdbc.sql("""
                        select function
                        from organization.function
                        where organization = :code
                            and (valid_from is null or valid_from <= :on)
                            and (valid_to is null or valid_to >= :on)
                        """)
                .param("code", code)
                .param("on", on)
                .query(String.class)
                .list();
    }

    /** One row for each function of a jurisdiction: function and organisation, the newest where there are several. */
    Map<String, String> functions(String jurisdiction, LocalDate on) {
        var functions = new TreeMap<String, String>();
        jdbc.sql("""
                        select distinct on (function) function, organization
                        from organization.function
                        where jurisdiction = :jurisdiction
                            and (valid_from is null or valid_from <= :on)
                            and (valid_to is null or valid_to >= :on)
                        order by function, valid_from desc nulls last
                        """).param("jurisdiction", jurisdiction).param("on", on).query(row -> {
            functions.put(row.getString("function"), row.getString("organization"));
        });
        return functions;
    }
}
