package rongtong.factory.register;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.factory.Asset;
import rongtong.factory.InvestmentCase;
import rongtong.factory.InvestmentKind;
import rongtong.factory.InvestmentStatus;
import rongtong.factory.Investments;
import rongtong.factory.Ownership;
import rongtong.factory.income.Alarms;
import rongtong.factory.income.Incomes;
import rongtong.factory.income.ValueStatements;
import rongtong.organization.Organizations;
import rongtong.organization.Regions;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.RuleViolation;
import rongtong.shared.SearchText;

/** The register of school-run factories. Reading asks who is at work; entering is for the process alone. */
@Service
@Transactional(readOnly = true)
public class FactoryRegister {

    /** Columns of a row: what a factory has follows from its approvals, returns and alarms. */
    private static final String ROWS = """
            select f.*,
                   (select i.ownership from factory.entry e join factory.investment i on i.case_id = e.case_id
                    where e.factory = f.id and i.kind <> 'EXIT' order by e.position desc limit 1) as ownership,
                   (select coalesce(sum(a.appraised_value), 0)
                    from factory.entry e join factory.investment_asset a on a.case_id = e.case_id
                    where e.factory = f.id) as asset_value,
                   (select coalesce(sum(n.return_amount), 0) from factory.income n
                    where n.factory = f.id and n.status in ('FILED', 'BOOKED')) as returns,
                   (select count(*) from factory.alarm m where m.factory = f.id and m.resolved_at is null) as alarms
            from factory.factory f
            """;

    private final JdbcClient jdbc;
    private final FactoryAccess access;
    private final Investments investments;
    private final Incomes incomes;
    private final ValueStatements statements;
    private final Alarms alarms;
    private final Organizations organizations;
    private final Regions regions;
    private final Clock clock;

    FactoryRegister(
            JdbcClient jdbc,
            FactoryAccess access,
            Investments investments,
            Incomes incomes,
            ValueStatements statements,
            Alarms alarms,
            Organizations organizations,
            Regions regions,
            Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.investments = investments;
        this.incomes = incomes;
        this.statements = statements;
        this.alarms = alarms;
        this.organizations = organizations;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * Enters an approved investment: a new factory with its number, or one more approval of a known one.
     *
     * @return id of the factory
     * @throws RuleViolation if the finance department has not approved it (R-JL-14)
     */
    @Transactional
    public UUID enter(UUID caseId) {
        var approved = investments.get(caseId);
        if (approved.status() != InvestmentStatus.APPROVED) {
            throw new RuleViolation(Message.of("factory.register.not-approved"));
        }
        var investment = approved.investment();
        var known = investment.factory();
        var factory = known == null ? create(approved) : known;
        jdbc.sql("""
                        insert into factory.entry (factory, case_id, position, entered_on, decision_number)
                        select :factory, :case, coalesce(max(position), -1) + 1, :today, :number
                        from factory.entry where factory = :factory
                        on conflict (case_id) do nothing
                        """)
                .param("factory", factory)
                .param("case", caseId)
                .param("today", LocalDate.now(clock))
                .param("number", approved.decisionNumber())
                .update();
        if (investment.kind() == InvestmentKind.EXIT) {
            jdbc.sql("update factory.factory set status = 'EXITED', exited_on = ? where id = ?")
                    .params(LocalDate.now(clock), factory)
                    .update();
        }
        return factory;
    }

    private UUID create(InvestmentCase approved) {
        var investment = approved.investment();
        var school = organizations.get(investment.school());
        var today = LocalDate.now(clock);
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into factory.factory
                            (id, number, school, region, name, industry_organ, finance_organ, status, registered_on)
                        values (:id, :number, :school, :region, :name, :industry, :finance, 'ACTIVE', :today)
                        """)
                .param("id", id)
                .param("number", nextNumber(today.getYear()))
                .param("school", investment.school())
                .param("region", Objects.requireNonNullElse(school.region(), ""))
                .param("name", investment.name())
                .param("industry", investment.route().industryOrgan())
                .param("finance", investment.route().financeOrgan())
                .param("today", today)
                .update();
        return id;
    }

    /** 吉校厂〔2026〕0001号, counted by year without gaps. */
    private String nextNumber(int year) {
        var last = jdbc.sql("""
                        insert into factory.factory_number (year, last) values (?, 1)
                        on conflict (year) do update set last = factory_number.last + 1
                        returning last
                        """).param(year).query(Integer.class).single();
        return "吉校厂〔%d〕%04d号".formatted(year, last);
    }

    /** Factories that the person may see, the newest first. */
    public Page<FactoryRow> find(FactoryFilter filter, int page, int size) {
        var where = where(filter);
        var items = bind(
                        jdbc.sql(ROWS + where
                                + " order by f.registered_on desc, f.number desc offset :offset limit :size"),
                        filter)
                .param("offset", (long) page * size)
                .param("size", size)
                .query((row, number) -> row(row))
                .list();
        var total = bind(jdbc.sql("select count(*) from factory.factory f " + where), filter)
                .query(Long.class)
                .single();
        return new Page<>(items, page, size, total);
    }

    /** Sums over all pages of {@link #find}. */
    public FactoryTotals totals(FactoryFilter filter) {
        return bind(jdbc.sql("""
                                select count(*) as factories, coalesce(sum(asset_value), 0) as asset_value,
                                       coalesce(sum(returns), 0) as returns, coalesce(sum(alarms), 0) as alarms
                                from (""" + ROWS + where(filter) + ") as found"), filter)
                .query(FactoryTotals.class)
                .single();
    }

    /** Assets and returns of one city or one year. */
    public record Bar(String label, BigDecimal assetValue, BigDecimal returns) {}

    /** State assets put in and returns filed by city, in the order of the regions' codes. */
    public List<Bar> byCity(FactoryFilter filter) {
        return bars("left(region, 4) || '00'", filter).entrySet().stream()
                .map(entry -> new Bar(
                        regions.name(entry.getKey()).orElse(entry.getKey()),
                        entry.getValue().assetValue(),
                        entry.getValue().returns()))
                .toList();
    }

    /** The same by year: assets in the year of their approval, returns in that of their event. */
    public List<Bar> byYear(FactoryFilter filter) {
        return bind(jdbc.sql("""
                                with seen as (select f.id from factory.factory f %s),
                                     sums as (
                                    select extract(year from e.entered_on)::int as year, sum(a.appraised_value) as assets,
                                           0::numeric as returns
                                    from factory.entry e
                                    join factory.investment_asset a on a.case_id = e.case_id
                                    where e.factory in (select id from seen)
                                    group by 1
                                    union all
                                    select extract(year from n.event_date)::int, 0, sum(n.return_amount)
                                    from factory.income n
                                    where n.factory in (select id from seen) and n.status in ('FILED', 'BOOKED')
                                    group by 1)
                                select year::text as label, sum(assets) as asset_value, sum(returns) as returns
                                from sums group by year order by year
                                """.formatted(where(filter))), filter)
                .query(Bar.class)
                .list();
    }

    private Map<String, Bar> bars(String group, FactoryFilter filter) {
        var bars = new LinkedHashMap<String, Bar>();
        bind(
                        jdbc.sql("select " + group
                                + " as label, sum(asset_value) as asset_value, sum(returns) as returns" + " from ("
                                + ROWS + where(filter) + ") as found group by 1 order by 1"),
                        filter)
                .query(Bar.class)
                .list()
                .forEach(bar -> bars.put(bar.label(), bar));
        return bars;
    }

    private static String where(FactoryFilter filter) {
        var where = new StringBuilder("where " + FactoryAccess.VISIBLE);
        if (filter.mine()) {
            where.append(" and f.school = :organization and f.status = 'ACTIVE'");
        }
        if (filter.city() != null) {
            where.append(" and f.region like :city");
        }
        if (filter.year() != 0) {
            where.append(" and extract(year from f.registered_on) = :year");
        }
        if (filter.alarmed()) {
            where.append(" and exists (select from factory.alarm m where m.factory = f.id and m.resolved_at is null)");
        }
        if (filter.text() != null) {
            where.append(" and (f.name ilike :text or f.number ilike :text or f.school ilike :text)");
        }
        return where.toString();
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, FactoryFilter filter) {
        access.sees(statement);
        if (filter.city() != null) {
            statement.param("city", SearchText.literal(cityPrefix(filter.city())) + "%");
        }
        if (filter.year() != 0) {
            statement.param("year", filter.year());
        }
        if (filter.text() != null) {
            statement.param("text", "%" + SearchText.literal(filter.text()) + "%");
        }
        return statement;
    }

    private static String cityPrefix(String code) {
        return code.length() == 6 && code.endsWith("00") ? code.substring(0, 4) : code;
    }

    /** @throws NotFound if there is no such factory, or the person may not see it */
    public FactoryView get(UUID id) {
        return access.sees(jdbc.sql(ROWS + "where f.id = :id and " + FactoryAccess.VISIBLE))
                .param("id", id)
                .query((row, number) -> view(row))
                .optional()
                .orElseThrow(() -> new NotFound("factory", id));
    }

    /** A factory that runs and belongs to a school, for the steps of the school. */
    public Optional<FactoryRow> running(UUID id, String school) {
        return jdbc.sql(ROWS + "where f.id = :id and f.school = :school and f.status = 'ACTIVE'")
                .param("id", id)
                .param("school", school)
                .query((row, number) -> row(row))
                .optional();
    }

    /** Factories of a school that run, for pickers. */
    public List<FactoryRow> runningOf(String school) {
        return jdbc.sql(ROWS + "where f.school = :school and f.status = 'ACTIVE' order by f.number")
                .param("school", school)
                .query((row, number) -> row(row))
                .list();
    }

    /** What a factory is called; for steps of its own cases. @throws NotFound if there is none */
    public String name(UUID id) {
        return column("name", id);
    }

    /** Code of the finance department that decided on a factory and files its returns. @throws NotFound likewise */
    public String financeOrgan(UUID id) {
        return column("finance_organ", id);
    }

    private String column(String column, UUID id) {
        return jdbc.sql("select " + column + " from factory.factory where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("factory", id));
    }

    /** All factories that run, for the yearly statements. */
    public List<FactoryRow> running() {
        return jdbc.sql(ROWS + "where f.status = 'ACTIVE' order by f.number")
                .query((row, number) -> row(row))
                .list();
    }

    private FactoryView view(ResultSet row) throws SQLException {
        var line = row(row);
        var cases = jdbc
                .sql("select case_id from factory.entry where factory = ? order by position")
                .param(line.id())
                .query(UUID.class)
                .list()
                .stream()
                .map(investments::get)
                .toList();
        var current = cases.stream()
                .filter(entry -> entry.investment().kind() != InvestmentKind.EXIT)
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .investment();
        var industry = Objects.requireNonNull(row.getString("industry_organ"));
        var finance = Objects.requireNonNull(row.getString("finance_organ"));
        return new FactoryView(
                line,
                industry,
                organizations.name(industry),
                finance,
                organizations.name(finance),
                current.schoolShare(),
                current.teachingLink(),
                current.incomeUsePlan(),
                current.valuePlan(),
                current.investorDuties(),
                row.getObject("exited_on", LocalDate.class),
                Objects.requireNonNull(row.getString("source")),
                assets(cases),
                current.partners().stream()
                        .map(partner -> new FactoryView.PartnerLine(
                                partner.organization(),
                                organizations.name(partner.organization()),
                                partner.share(),
                                partner.contribution()))
                        .toList(),
                entries(line.id(), cases),
                incomes.ofFactory(line.id()),
                statements.ofFactory(line.id()),
                alarms.ofFactory(line.id()));
    }

    private static List<Asset> assets(List<InvestmentCase> cases) {
        return cases.stream()
                .flatMap(entry -> entry.investment().assets().stream())
                .toList();
    }

    private record Entered(UUID caseId, LocalDate enteredOn) {}

    private List<FactoryView.EntryLine> entries(UUID factory, List<InvestmentCase> cases) {
        var days = jdbc
                .sql("select case_id, entered_on from factory.entry where factory = ?")
                .param(factory)
                .query(Entered.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Entered::caseId, Entered::enteredOn));
        return cases.stream()
                .map(entry -> new FactoryView.EntryLine(
                        entry.investment().caseId(),
                        entry.investment().kind(),
                        Objects.requireNonNull(days.get(entry.investment().caseId())),
                        entry.decisionNumber(),
                        entry.investment().totalInvestment(),
                        entry.conditions()))
                .toList();
    }

    private FactoryRow row(ResultSet row) throws SQLException {
        var school = text(row, "school");
        var region = text(row, "region");
        return new FactoryRow(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                text(row, "number"),
                text(row, "name"),
                school,
                organizations.name(school),
                region,
                city(region),
                Ownership.valueOf(text(row, "ownership")),
                FactoryStatus.valueOf(text(row, "status")),
                Objects.requireNonNull(row.getObject("registered_on", LocalDate.class)),
                amount(row, "asset_value"),
                amount(row, "returns"),
                row.getInt("alarms"));
    }

    private String city(String region) {
        return region.length() < 4
                ? ""
                : regions.name(region.substring(0, 4) + "00").orElse(region);
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getBigDecimal(column), column);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
