package rongtong.alliance.lead;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.alliance.member.Member;
import rongtong.alliance.member.Members;
import rongtong.organization.Organization;
import rongtong.organization.OrganizationKind;
import rongtong.organization.Organizations;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/** How an alliance comes to its lead units. A decision that fails is followed by another round of nominations. */
@Service
@Transactional
public class LeadUnits {

    private final JdbcClient jdbc;
    private final Members members;
    private final Organizations organizations;
    private final Clock clock;

    LeadUnits(JdbcClient jdbc, Members members, Organizations organizations, Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Members that may lead: full ones; a body of another province cannot stand for this one's highest level. */
    @Transactional(readOnly = true)
    public List<Member> eligible(UUID caseId) {
        return members.full(caseId);
    }

    /**
     * Opens a round with one or several members (R-LNA-19: a government department nominates schools, institutes or
     * enterprises).
     *
     * @throws RuleViolation if somebody else nominates, nobody is named, or one is not a full member
     */
    public void nominate(UUID caseId, String department, List<String> nominees, String reason) {
        if (!isGovernment(department)) {
            throw new RuleViolation(Message.of("alliance.only-government-nominates", organizations.name(department)));
        }
        if (nominees.isEmpty()) {
            throw new RuleViolation(Message.of("alliance.no-nominee"));
        }
        var eligible = eligible(caseId).stream().map(Member::organization).toList();
        for (var nominee : nominees) {
            if (!eligible.contains(nominee)) {
                throw new RuleViolation(Message.of("alliance.nominee-no-member", organizations.name(nominee)));
            }
        }
        int round = round(caseId) + 1;
        for (var nominee : new LinkedHashSet<>(nominees)) {
            jdbc.sql("""
                            insert into alliance.lead_nomination
                                (id, case_id, round, organization, reason, nominated_by, nominated_at)
                            values (:id, :case, :round, :nominee, :reason, :department, :now)
                            """)
                    .param("id", UUID.randomUUID())
                    .param("case", caseId)
                    .param("round", round)
                    .param("nominee", nominee)
                    .param("reason", reason)
                    .param("department", department)
                    .param("now", now())
                    .update();
        }
    }

    private boolean isGovernment(String code) {
        return organizations
                .find(code)
                .map(Organization::kind)
                .filter(kind -> kind == OrganizationKind.DEPARTMENT || kind == OrganizationKind.GOVERNMENT)
                .isPresent();
    }

    /** Candidates of the latest round. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(UUID caseId) {
        return jdbc.sql("""
                        select id, organization, reason, nominated_by
                        from alliance.lead_nomination
                        where case_id = :case
                        and round = :round
                        order by nominated_at, organization
                        """)
                .param("case", caseId)
                .param("round", round(caseId))
                .query((row, number) -> new Candidate(
                        row.getObject("id", UUID.class),
                        row.getString("organization"),
                        row.getString("reason"),
                        row.getString("nominated_by"),
                        judgements(row.getObject("id", UUID.class))))
                .list();
    }

    private List<Judgement> judgements(UUID nomination) {
        return jdbc.sql("""
                        select department, criterion, met, evidence
                        from alliance.lead_judgement
                        where nomination = :nomination
                        order by department, array_position(
                            array['INDUSTRY_LEADER', 'OVERALL_STRENGTH', 'TOP_LEVEL', 'ABLE_TO_LEAD'], criterion)
                        """)
                .param("nomination", nomination)
                .query(Judgement.class)
                .list();
    }

    /** Records what a department judges of a candidate of the latest round (R-LNA-20). */
    public void judge(UUID caseId, String organization, List<Judgement> judgements, String actor) {
        var nomination = candidate(caseId, organization).nomination();
        for (var judgement : judgements) {
            jdbc.sql("""
                            insert into alliance.lead_judgement
                                (nomination, department, criterion, met, evidence, actor, judged_at)
                            values (:nomination, :department, :criterion, :met, :evidence, :actor, :now)
                            on conflict (nomination, department, criterion) do nothing
                            """)
                    .param("nomination", nomination)
                    .param("department", judgement.department())
                    .param("criterion", judgement.criterion().name())
                    .param("met", judgement.met())
                    .param("evidence", judgement.evidence())
                    .param("actor", actor)
                    .param("now", now())
                    .update();
        }
    }

    /**
     * Chooses the lead units among the candidates that qualify (R-LNA-19, R-LNA-20).
     *
     * @throws RuleViolation if one of them does not qualify
     */
    public void choose(UUID caseId, String department, String chair, List<String> others, String reason) {
        var chosen = new LinkedHashSet<String>();
        chosen.add(chair);
        chosen.addAll(others);
        for (var organization : chosen) {
            var candidate = candidate(caseId, organization);
            if (!candidate.qualifies()) {
                throw new RuleViolation(Message.of("alliance.not-qualified", organizations.name(organization)));
            }
            jdbc.sql("""
                            insert into alliance.lead_unit
                                (nomination, case_id, round, chair, reason, decided_by, decided_at)
                            values (:nomination, :case, :round, :chair, :reason, :department, :now)
                            """)
                    .param("nomination", candidate.nomination())
                    .param("case", caseId)
                    .param("round", round(caseId))
                    .param("chair", organization.equals(chair))
                    .param("reason", reason)
                    .param("department", department)
                    .param("now", now())
                    .update();
        }
    }

    /** Units chosen in the latest round, the chair unit first; empty before the decision. */
    @Transactional(readOnly = true)
    public List<LeadUnit> chosen(UUID caseId) {
        return jdbc.sql("""
                        select n.organization, u.chair, u.accepted
                        from alliance.lead_unit u
                        join alliance.lead_nomination n on n.id = u.nomination
                        where u.case_id = :case
                        and u.round = :round
                        order by u.chair desc, n.organization
                        """)
                .param("case", caseId)
                .param("round", round(caseId))
                .query(LeadUnit.class)
                .list();
    }

    /** The chair unit; empty before the decision. */
    @Transactional(readOnly = true)
    public Optional<String> chair(UUID caseId) {
        return chosen(caseId).stream()
                .filter(LeadUnit::chair)
                .map(LeadUnit::organization)
                .findFirst();
    }

    /** Records whether a chosen unit takes the duty on. */
    public void answer(UUID caseId, String organization, boolean accepted, String words) {
        jdbc.sql("""
                        update alliance.lead_unit
                        set accepted = :accepted, answer = :words, answered_at = :now
                        where nomination = :nomination
                        and accepted is null
                        """)
                .param("accepted", accepted)
                .param("words", words)
                .param("now", now())
                .param("nomination", candidate(caseId, organization).nomination())
                .update();
    }

    /** Whether there are lead units and all of them have accepted. */
    @Transactional(readOnly = true)
    public boolean allAccepted(UUID caseId) {
        var chosen = chosen(caseId);
        return !chosen.isEmpty() && chosen.stream().allMatch(unit -> Boolean.TRUE.equals(unit.accepted()));
    }

    private Candidate candidate(UUID caseId, String organization) {
        return candidates(caseId).stream()
                .filter(candidate -> candidate.organization().equals(organization))
                .findFirst()
                .orElseThrow(() ->
                        new RuleViolation(Message.of("alliance.not-nominated", organizations.name(organization))));
    }

    private int round(UUID caseId) {
        return jdbc.sql("select coalesce(max(round), 0) from alliance.lead_nomination where case_id = :case")
                .param("case", caseId)
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
