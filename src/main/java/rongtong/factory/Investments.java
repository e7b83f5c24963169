package rongtong.factory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.shared.Json;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;

/** Applications to invest, from the first one to the decision. Called by the process, in the transaction of a step. */
@Service
@Transactional
public class Investments {

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    Investments(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps an application, or in its place a corrected or revised one: whoever had consented has to do so anew.
     *
     * @param answers the form as it was handed in, which a revision starts with
     */
    public void apply(Investment investment, Map<String, @Nullable Object> answers) {
        jdbc.sql("""
                        insert into factory.investment
                            (case_id, kind, school, factory, name, industry_organ, finance_organ, teaching_link,
                             ownership, school_share, total_investment, income_use_plan, value_plan, investor_duties,
                             exit_plan, resolved_on, status, answers, applied_at)
                        values (:case, :kind, :school, :factory, :name, :industry, :finance, :teachingLink, :ownership,
                            :share, :total, :incomeUsePlan, :valuePlan, :duties, :exitPlan, :resolvedOn, 'APPLIED',
                            :answers::jsonb, :now)
                        on conflict (case_id) do update set
                            kind = excluded.kind, factory = excluded.factory, name = excluded.name,
                            teaching_link = excluded.teaching_link, ownership = excluded.ownership,
                            school_share = excluded.school_share, total_investment = excluded.total_investment,
                            income_use_plan = excluded.income_use_plan, value_plan = excluded.value_plan,
                            investor_duties = excluded.investor_duties, exit_plan = excluded.exit_plan,
                            resolved_on = excluded.resolved_on, answers = excluded.answers, status = 'APPLIED',
                            consented_at = null
                        """)
                .param("case", investment.caseId())
                .param("kind", investment.kind().name())
                .param("school", investment.school())
                .param("factory", investment.factory())
                .param("name", investment.name())
                .param("industry", investment.route().industryOrgan())
                .param("finance", investment.route().financeOrgan())
                .param("teachingLink", investment.teachingLink())
                .param("ownership", investment.ownership().name())
                .param("share", investment.schoolShare())
                .param("total", investment.totalInvestment())
                .param("incomeUsePlan", investment.incomeUsePlan())
                .param("valuePlan", investment.valuePlan())
                .param("duties", investment.investorDuties())
                .param("exitPlan", investment.exitPlan())
                .param("resolvedOn", investment.resolvedOn())
                .param("answers", json.write(answers))
                .param("now", now())
                .update();
        keepAssets(investment);
        keepPartners(investment);
    }

    private void keepAssets(Investment investment) {
        jdbc.sql("delete from factory.investment_asset where case_id = ?")
                .param(investment.caseId())
                .update();
        var assets = investment.assets();
        for (int position = 0; position < assets.size(); position++) {
            var asset = assets.get(position);
            jdbc.sql("insert into factory.investment_asset values (?, ?, ?, ?, ?, ?)")
                    .params(
                            investment.caseId(),
                            position,
                            asset.kind().name(),
                            asset.name(),
                            asset.bookValue(),
                            asset.appraisedValue())
                    .update();
        }
    }

    private void keepPartners(Investment investment) {
        jdbc.sql("delete from factory.investment_partner where case_id = ?")
                .param(investment.caseId())
                .update();
        var partners = investment.partners();
        for (int position = 0; position < partners.size(); position++) {
            var partner = partners.get(position);
            jdbc.sql("insert into factory.investment_partner values (?, ?, ?, ?, ?)")
                    .params(
                            investment.caseId(),
                            position,
                            partner.organization(),
                            partner.share(),
                            partner.contribution())
                    .update();
        }
    }

    /** The application form as it was handed in last. */
    @Transactional(readOnly = true)
    public Map<String, @Nullable Object> answers(UUID caseId) {
        return json.readObject(jdbc.sql("select answers from factory.investment where case_id = ?")
                .param(caseId)
                .query(String.class)
                .single());
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public InvestmentCase get(UUID caseId) {
        return find(caseId).orElseThrow(() -> new NotFound("investment", caseId));
    }

    @Transactional(readOnly = true)
    public Optional<InvestmentCase> find(UUID caseId) {
        return jdbc.sql("select * from factory.investment where case_id = ?")
                .param(caseId)
                .query((row, number) -> investment(row))
                .optional();
    }

    /** Another application on the same factory that is not decided yet. */
    @Transactional(readOnly = true)
    public boolean isPending(UUID factory, UUID exceptCase) {
        return jdbc.sql("""
                        select exists (select from factory.investment
                                       where factory = ? and case_id <> ?
                                       and (status in ('APPLIED', 'CONSENTED')
                                            or status = 'APPROVED' and decision_number is null))
                        """).params(factory, exceptCase).query(Boolean.class).single();
    }

    /** 不予受理. */
    public void refuseAcceptance(UUID caseId) {
        setStatus(caseId, InvestmentStatus.NOT_ACCEPTED);
    }

    /** The industry department consents (审核同意). */
    public void consent(UUID caseId) {
        jdbc.sql("update factory.investment set status = 'CONSENTED', consented_at = ? where case_id = ?")
                .params(now(), caseId)
                .update();
    }

    /** The industry department does not consent; the case ends here (R-JL-14). @param refusal reasons and remedies */
    public void dissent(UUID caseId, String refusal) {
        jdbc.sql("update factory.investment set status = 'NOT_CONSENTED', refusal = ? where case_id = ?")
                .params(refusal, caseId)
                .update();
    }

    /**
     * The finance department approves.
     *
     * @param conditions empty for none
     * @throws RuleViolation if the industry department has not consented (R-JL-14)
     */
    public void approve(UUID caseId, String conditions) {
        decide(caseId, InvestmentStatus.APPROVED, conditions.isEmpty() ? null : conditions, null);
    }

    /** The finance department refuses. @throws RuleViolation as {@link #approve} */
    public void refuse(UUID caseId, String refusal) {
        decide(caseId, InvestmentStatus.REFUSED, null, refusal);
    }

    private void decide(UUID caseId, InvestmentStatus status, @Nullable String conditions, @Nullable String refusal) {
        var decided = jdbc.sql("""
                        update factory.investment
                        set status = :status, conditions = :conditions, refusal = :refusal, decided_at = :now
                        where case_id = :case and status = 'CONSENTED'
                        """)
                .param("status", status.name())
                .param("conditions", conditions)
                .param("refusal", refusal)
                .param("now", now())
                .param("case", caseId)
                .update();
        if (decided == 0) {
            throw new RuleViolation(Message.of("factory.decide.no-consent"));
        }
    }

    /** The finance department takes longer; once only. @throws RuleViolation the second time */
    public void extend(UUID caseId, String reason) {
        var extended = jdbc.sql("update factory.investment set extension = ? where case_id = ? and extension is null")
                .params(reason, caseId)
                .update();
        if (extended == 0) {
            throw new RuleViolation(Message.of("factory.decide.extended-already"));
        }
    }

    /** Why the finance department takes longer; empty if it does not. */
    @Transactional(readOnly = true)
    public String extensionReason(UUID caseId) {
        return jdbc.sql("select coalesce(extension, '') from factory.investment where case_id = ?")
                .param(caseId)
                .query(String.class)
                .single();
    }

    /** Number of the document with which the finance department decided. */
    public void number(UUID caseId, String decisionNumber) {
        jdbc.sql("update factory.investment set decision_number = ? where case_id = ?")
                .params(decisionNumber, caseId)
                .update();
    }

    /** The school takes its application back. */
    public void withdraw(UUID caseId) {
        setStatus(caseId, InvestmentStatus.WITHDRAWN);
    }

    private void setStatus(UUID caseId, InvestmentStatus status) {
        jdbc.sql("update factory.investment set status = ? where case_id = ?")
                .params(status.name(), caseId)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private InvestmentCase investment(ResultSet row) throws SQLException {
        var caseId = Objects.requireNonNull(row.getObject("case_id", UUID.class));
        var investment = new Investment(
                caseId,
                InvestmentKind.valueOf(row.getString("kind")),
                text(row, "school"),
                row.getObject("factory", UUID.class),
                text(row, "name"),
                new Route(text(row, "industry_organ"), text(row, "finance_organ")),
                text(row, "teaching_link"),
                Ownership.valueOf(row.getString("ownership")),
                Objects.requireNonNull(row.getBigDecimal("school_share")),
                Objects.requireNonNull(row.getBigDecimal("total_investment")),
                text(row, "income_use_plan"),
                text(row, "value_plan"),
                text(row, "investor_duties"),
                text(row, "exit_plan"),
                Objects.requireNonNull(row.getObject("resolved_on", LocalDate.class)),
                assets(caseId),
                partners(caseId));
        return new InvestmentCase(
                investment,
                InvestmentStatus.valueOf(row.getString("status")),
                instant(row, "consented_at"),
                instant(row, "decided_at"),
                row.getString("conditions"),
                row.getString("refusal"),
                row.getString("decision_number"),
                row.getString("extension") != null);
    }

    private List<Asset> assets(UUID caseId) {
        return jdbc.sql("""
                        select kind, name, book_value, appraised_value from factory.investment_asset
                        where case_id = ? order by position
                        """).param(caseId).query(Asset.class).list();
    }

    private List<Partner> partners(UUID caseId) {
        return jdbc.sql("""
                        select organization, share, contribution from factory.investment_partner
                        where case_id = ? order by position
                        """).param(caseId).query(Partner.class).list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
