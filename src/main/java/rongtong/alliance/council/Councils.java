package rongtong.alliance.council;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.alliance.FoundingWithdrawn;
import rongtong.alliance.lead.LeadUnits;
import rongtong.alliance.member.Member;
import rongtong.alliance.member.Members;
import rongtong.organization.Organizations;
import rongtong.policy.Settings;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.workflow.vote.Votes;

/**
 * Councils of alliances: who sits in them, when they meet, what they resolve. Called by the steps of the procedure and,
 * to show a council, by the register.
 */
@Service
@Transactional
public class Councils {

    private final JdbcClient jdbc;
    private final Members members;
    private final LeadUnits leadUnits;
    private final Votes votes;
    private final Organizations organizations;
    private final Settings settings;
    private final Clock clock;

    Councils(
            JdbcClient jdbc,
            Members members,
            LeadUnits leadUnits,
            Votes votes,
            Organizations organizations,
            Settings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.leadUnits = leadUnits;
        this.votes = votes;
        this.organizations = organizations;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Names who sits in the council for a unit; a later word replaces an earlier one.
     *
     * @throws RuleViolation if a member sends somebody else than its principal (R-LNA-22)
     */
    public void seat(UUID caseId, Seat seat) {
        if (seat.kind() == Seat.Kind.MEMBER && !seat.principal()) {
            throw new RuleViolation(Message.of("alliance.only-principals", organizations.name(seat.unit())));
        }
        jdbc.sql("""
                        insert into alliance.seat (case_id, unit, kind, person, post, phone, principal, named_at)
                        values (:case, :unit, :kind, :person, :post, :phone, :principal, :now)
                        on conflict (case_id, unit) do update
                        set person = excluded.person, post = excluded.post, phone = excluded.phone,
                            principal = excluded.principal, named_at = excluded.named_at
                        """)
                .param("case", caseId)
                .param("unit", seat.unit())
                .param("kind", seat.kind().name())
                .param("person", seat.person())
                .param("post", seat.post())
                .param("phone", seat.phone())
                .param("principal", seat.principal())
                .param("now", now())
                .update();
    }

    /** A member says through which office it can be reached (R-LNA-29). */
    public void connect(UUID caseId, LiaisonOffice office) {
        jdbc.sql("""
                        insert into alliance.liaison_office (case_id, member, office, contact, phone)
                        values (:case, :member, :office, :contact, :phone)
                        on conflict (case_id, member) do update
                        set office = excluded.office, contact = excluded.contact, phone = excluded.phone
                        """)
                .param("case", caseId)
                .param("member", office.member())
                .param("office", office.office())
                .param("contact", office.contact())
                .param("phone", office.phone())
                .update();
    }

    /** A department says which of its units guides the secretariat (R-LNA-30). */
    public void designate(UUID caseId, InternalUnit unit) {
        jdbc.sql("""
                        insert into alliance.internal_unit (case_id, department, name)
                        values (:case, :department, :name)
                        on conflict (case_id, department) do update set name = excluded.name
                        """)
                .param("case", caseId)
                .param("department", unit.department())
                .param("name", unit.name())
                .update();
    }

    /** @param departments codes of the departments that take part */
    @Transactional(readOnly = true)
    public Council council(UUID caseId, List<String> departments) {
        return new Council(
                codes(members.full(caseId)),
                codes(members.consented(caseId)),
                departments,
                seats(caseId),
                liaisonOffices(caseId),
                internalUnits(caseId));
    }

    private static List<String> codes(List<Member> members) {
        return members.stream().map(Member::organization).toList();
    }

    /** Seats of the members first, then those of the departments. */
    @Transactional(readOnly = true)
    public List<Seat> seats(UUID caseId) {
        return jdbc.sql("""
                        select unit, kind, person, post, phone, principal
                        from alliance.seat
                        where case_id = :case
                        order by kind desc, named_at, unit
                        """).param("case", caseId).query(Seat.class).list();
    }

    @Transactional(readOnly = true)
    public List<LiaisonOffice> liaisonOffices(UUID caseId) {
        return jdbc.sql("""
                        select member, office, contact, phone
                        from alliance.liaison_office
                        where case_id = :case
                        order by member
                        """).param("case", caseId).query(LiaisonOffice.class).list();
    }

    @Transactional(readOnly = true)
    public List<InternalUnit> internalUnits(UUID caseId) {
        return jdbc.sql("""
                        select department, name
                        from alliance.internal_unit
                        where case_id = :case
                        order by department
                        """).param("case", caseId).query(InternalUnit.class).list();
    }

    /**
     * What is usual and not kept to: the notice before a meeting (default D7) and the secretariat at the chair unit
     * (R-LNA-24). Soft: a reason is asked for.
     */
    @Transactional(readOnly = true)
    public List<Message> unusual(UUID caseId, LocalDate meeting, String host) {
        var unusual = new ArrayList<Message>();
        int notice = settings.number("council.notice-days");
        long ahead = ChronoUnit.DAYS.between(LocalDate.now(clock), meeting);
        if (ahead < notice) {
            unusual.add(Message.of("alliance.short-notice", meeting.toString(), notice));
        }
        var chair = chair(caseId);
        if (!host.equals(chair)) {
            unusual.add(
                    Message.of("alliance.secretariat-elsewhere", organizations.name(host), organizations.name(chair)));
        }
        return unusual;
    }

    /**
     * The chair unit calls the council together and says where the secretariat shall be. It convenes and it chairs
     * (R-LNA-23).
     *
     * @throws RuleViolation if another unit convenes, or the host is no member
     */
    public void convene(
            UUID caseId,
            String convenor,
            LocalDate heldOn,
            String heldAt,
            String place,
            String agenda,
            Secretariat secretariat) {
        if (!convenor.equals(chair(caseId))) {
            throw new RuleViolation(Message.of(
                    "alliance.only-chair-convenes", organizations.name(chair(caseId)), organizations.name(convenor)));
        }
        if (members.full(caseId).stream()
                .noneMatch(member -> member.organization().equals(secretariat.host()))) {
            throw new RuleViolation(Message.of("alliance.host-no-member", organizations.name(secretariat.host())));
        }
        jdbc.sql("""
                        insert into alliance.council_meeting (id, case_id, number, convened_by, chaired_by, held_on,
                            held_at, place, agenda, deviation, convened_at)
                        select :id, :case, count(*) + 1, :convenor, :convenor, :heldOn,
                            :heldAt, :place, :agenda, :deviation, :now
                        from alliance.council_meeting
                        where case_id = :case
                        """)
                .param("id", UUID.randomUUID())
                .param("case", caseId)
                .param("convenor", convenor)
                .param("heldOn", heldOn)
                .param("heldAt", heldAt)
                .param("place", place)
                .param("agenda", agenda)
                .param("deviation", secretariat.deviation())
                .param("now", now())
                .update();
        place(caseId, secretariat);
        jdbc.sql("delete from alliance.expert where case_id = :case and resolution is null")
                .param("case", caseId)
                .update();
    }

    private void place(UUID caseId, Secretariat secretariat) {
        jdbc.sql("""
                        insert into alliance.secretariat (case_id, host, head, post, address, platform, deviation)
                        values (:case, :host, :head, :post, :address, :platform, :deviation)
                        on conflict (case_id) do update
                        set host = excluded.host, head = excluded.head, post = excluded.post,
                            address = excluded.address, platform = excluded.platform, deviation = excluded.deviation
                        """)
                .param("case", caseId)
                .param("host", secretariat.host())
                .param("head", secretariat.head())
                .param("post", secretariat.post())
                .param("address", secretariat.address())
                .param("platform", secretariat.platform())
                .param("deviation", secretariat.deviation())
                .update();
    }

    /** The newest meeting; empty before the first. */
    @Transactional(readOnly = true)
    public Optional<CouncilMeeting> meeting(UUID caseId) {
        return jdbc.sql("""
                        select number, convened_by, held_on, held_at, place, agenda
                        from alliance.council_meeting
                        where case_id = :case
                        order by number desc
                        limit 1
                        """).param("case", caseId).query(CouncilMeeting.class).optional();
    }

    @Transactional(readOnly = true)
    public Optional<Secretariat> secretariat(UUID caseId) {
        return jdbc.sql("""
                        select host, head, post, address, platform, deviation
                        from alliance.secretariat
                        where case_id = :case
                        """).param("case", caseId).query(Secretariat.class).optional();
    }

    /** Proposes experts in place of those proposed before; only the council appoints them (R-LNA-36). */
    public void propose(UUID caseId, List<Expert> experts) {
        jdbc.sql("delete from alliance.expert where case_id = :case and resolution is null")
                .param("case", caseId)
                .update();
        for (int place = 0; place < experts.size(); place++) {
            var expert = experts.get(place);
            jdbc.sql("""
                            insert into alliance.expert
                                (id, case_id, committee, name, organization, title, domain, standing, place)
                            values (:id, :case, :committee, :name, :organization, :title, :domain, :standing, :place)
                            """)
                    .param("id", UUID.randomUUID())
                    .param("case", caseId)
                    .param("committee", expert.committee().name())
                    .param("name", expert.name())
                    .param("organization", expert.organization())
                    .param("title", expert.title())
                    .param("domain", expert.domain().name())
                    .param("standing", expert.standing())
                    .param("place", place)
                    .update();
        }
    }

    @Transactional(readOnly = true)
    public List<Expert> experts(UUID caseId) {
        return jdbc.sql("""
                        select committee, name, organization, title, domain, standing, resolution, appointed_on
                        from alliance.expert
                        where case_id = :case
                        order by place
                        """).param("case", caseId).query(Expert.class).list();
    }

    /**
     * Units that vote: each full member has one vote; departments only if the setting says so (default: no).
     *
     * @param departments codes of the departments that take part
     */
    @Transactional(readOnly = true)
    public List<String> voters(UUID caseId, List<String> departments) {
        var voters = new ArrayList<>(codes(members.full(caseId)));
        if (settings.flag("government-representatives-vote")) {
            voters.addAll(departments);
        }
        return voters;
    }

    /**
     * Enters what the council has just voted on; a carried resolution becomes a task of the secretariat (R-LNA-26).
     *
     * @param task what the secretariat has to do if it is carried
     * @throws NotFound if nothing was voted on
     */
    public Resolution resolve(UUID caseId, String subject, boolean carried, String task) {
        var vote = votes.newest(caseId, subject).orElseThrow(() -> new NotFound("Vote", caseId + " " + subject));
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into alliance.resolution
                            (id, case_id, number, subject, title, vote, carried, resolved_on, task, assignee)
                        select :id, :case, count(*) + 1, :subject, :title, :vote, :carried, :today, :task, :assignee
                        from alliance.resolution
                        where case_id = :case
                        """)
                .param("id", id)
                .param("case", caseId)
                .param("subject", subject)
                .param("title", vote.title())
                .param("vote", vote.id())
                .param("carried", carried)
                .param("today", LocalDate.now(clock))
                .param("task", carried ? task : "")
                .param("assignee", carried ? host(caseId) : null)
                .update();
        return resolutions(caseId).stream()
                .filter(resolution -> resolution.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The council has carried the resolution on its composition: whom it was asked to appoint is appointed. */
    public void appoint(UUID caseId, Resolution resolution) {
        if (!resolution.carried()) {
            throw new IllegalArgumentException("Resolution %d was not carried".formatted(resolution.number()));
        }
        jdbc.sql("""
                        update alliance.expert
                        set resolution = :resolution, appointed_on = :on
                        where case_id = :case
                        and resolution is null
                        """)
                .param("resolution", resolution.id())
                .param("on", resolution.resolvedOn())
                .param("case", caseId)
                .update();
    }

    @Transactional(readOnly = true)
    public List<Resolution> resolutions(UUID caseId) {
        return jdbc.sql("""
                        select id, number, subject, title, vote, carried, resolved_on, task, assignee
                        from alliance.resolution
                        where case_id = :case
                        order by number
                        """).param("case", caseId).query(Resolution.class).list();
    }

    @EventListener
    void close(FoundingWithdrawn withdrawn) {
        votes.abandon(withdrawn.caseId());
    }

    /** Code of the chair unit (R-LNA-23: one of the lead units). */
    @Transactional(readOnly = true)
    public String chair(UUID caseId) {
        return leadUnits.chair(caseId).orElseThrow(() -> new NotFound("Chair unit", caseId));
    }

    /** Code of the unit that hosts the secretariat. */
    @Transactional(readOnly = true)
    public String host(UUID caseId) {
        return Objects.requireNonNull(secretariat(caseId)
                .orElseThrow(() -> new NotFound("Secretariat", caseId))
                .host());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
