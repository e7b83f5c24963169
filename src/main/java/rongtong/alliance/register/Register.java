package rongtong.alliance.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.alliance.AllianceType;
import rongtong.alliance.Departments;
import rongtong.alliance.Founding;
import rongtong.alliance.Foundings;
import rongtong.alliance.IndustryFields;
import rongtong.alliance.charter.Charter;
import rongtong.alliance.charter.CharterSection;
import rongtong.alliance.charter.Charters;
import rongtong.alliance.council.Councils;
import rongtong.alliance.council.LiaisonOffice;
import rongtong.alliance.council.Resolution;
import rongtong.alliance.council.Seat;
import rongtong.alliance.lead.LeadUnit;
import rongtong.alliance.lead.LeadUnits;
import rongtong.alliance.member.Members;
import rongtong.document.DocumentNumbers;
import rongtong.identity.CurrentUser;
import rongtong.organization.OrganizationFilter;
import rongtong.organization.OrganizationKind;
import rongtong.organization.Organizations;
import rongtong.organization.Sector;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.RuleViolation;
import rongtong.shared.Texts;
import rongtong.workflow.vote.Ballot;
import rongtong.workflow.vote.Choice;
import rongtong.workflow.vote.Vote;
import rongtong.workflow.vote.Votes;

/**
 * The register of alliances. Everybody may read it, also without an account; persons, phones and single ballots are
 * shown only to those who are logged in.
 */
@Service
@Transactional
public class Register {

    private static final String FROM = """
            from alliance.alliance a
            join alliance.founding f on f.case_id = a.case_id
            where (cast(:sector as text) is null or f.sector = :sector)
            and (cast(:text as text) is null or f.title ilike :text or a.number ilike :text)
            and (cast(:member as text) is null or exists (
                select from alliance.member m
                where m.case_id = a.case_id and m.organization = :member and m.status = 'CONSENTED'))
            """;
    private static final String COLUMNS = """
            select a.number, a.case_id, f.title, f.type, f.sector, f.fields, a.chair_unit, a.founded_on,
                a.filing_number, a.filed_on, a.status, a.source,
                (select count(*) from alliance.member m
                 where m.case_id = a.case_id and m.status = 'CONSENTED') as members
            """;

    private final JdbcClient jdbc;
    private final Foundings foundings;
    private final Departments departments;
    private final Members members;
    private final LeadUnits leadUnits;
    private final Councils councils;
    private final Charters charters;
    private final Votes votes;
    private final DocumentNumbers numbers;
    private final IndustryFields fields;
    private final Organizations organizations;
    private final CurrentUser user;
    private final Texts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Register(
            JdbcClient jdbc,
            Foundings foundings,
            Departments departments,
            Members members,
            LeadUnits leadUnits,
            Councils councils,
            Charters charters,
            Votes votes,
            DocumentNumbers numbers,
            IndustryFields fields,
            Organizations organizations,
            CurrentUser user,
            Texts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.foundings = foundings;
        this.departments = departments;
        this.members = members;
        this.leadUnits = leadUnits;
        this.councils = councils;
        this.charters = charters;
        this.votes = votes;
        this.numbers = numbers;
        this.fields = fields;
        this.organizations = organizations;
        this.user = user;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enters an alliance whose charter is filed. Called by the process.
     *
     * @return its number
     * @throws RuleViolation if it has no lead unit that accepted (R-LNA-19), no council (R-LNA-22) or no adopted and
     *     filed charter (R-LNA-21)
     */
    public String enter(UUID caseId) {
        var founding = foundings.get(caseId);
        if (!leadUnits.allAccepted(caseId)) {
            throw new RuleViolation(Message.of("alliance.no-lead-unit", founding.title()));
        }
        if (councils.resolutions(caseId).stream()
                .noneMatch(resolution -> resolution.subject().equals("council") && resolution.carried())) {
            throw new RuleViolation(Message.of("alliance.no-council", founding.title()));
        }
        var charter = charters.inForce(caseId)
                .filter(version -> version.status() == Charter.Status.FILED)
                .orElseThrow(() -> new RuleViolation(Message.of("alliance.no-charter", founding.title())));
        var number = enter(
                founding,
                councils.chair(caseId),
                Objects.requireNonNull(charter.adoptedOn()),
                charter.filingNumber(),
                charter.filedOn(),
                "");
        foundings.found(caseId);
        events.publishEvent(new AllianceRegistered(number, founding.title(), caseId));
        return number;
    }

    /** Writes the entry. @param source where it comes from, if not from a case here */
    String enter(
            Founding founding,
            String chairUnit,
            LocalDate foundedOn,
            @Nullable String filingNumber,
            @Nullable LocalDate filedOn,
            String source) {
        var jurisdiction = departments.jurisdiction(founding);
        var number = "%s-%d-%03d"
                .formatted(
                        jurisdiction,
                        foundedOn.getYear(),
                        numbers.next(jurisdiction, "alliance", foundedOn.getYear())
                                .number());
        jdbc.sql("""
                        insert into alliance.alliance (number, case_id, jurisdiction, chair_unit, founded_on,
                            filing_number, filed_on, status, source, entered_at)
                        values (:number, :case, :jurisdiction, :chair, :foundedOn,
                            :filingNumber, :filedOn, 'ACTIVE', :source, :now)
                        """)
                .param("number", number)
                .param("case", founding.caseId())
                .param("jurisdiction", jurisdiction)
                .param("chair", chairUnit)
                .param("foundedOn", foundedOn)
                .param("filingNumber", filingNumber)
                .param("filedOn", filedOn)
                .param("source", source)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return number;
    }

    /** Newest first; {@code size} at least 1. */
    @Transactional(readOnly = true)
    public Page<AllianceRow> find(AllianceFilter filter, int page, int size) {
        var items = bind(
                        jdbc.sql(COLUMNS + FROM + " order by a.founded_on desc, a.number offset :offset limit :limit")
                                .param("offset", (long) page * size)
                                .param("limit", size),
                        filter)
                .query((row, number) -> row(row))
                .list();
        var total = bind(jdbc.sql("select count(*) " + FROM), filter)
                .query(Long.class)
                .single();
        return new Page<>(items, page, size, total);
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, AllianceFilter filter) {
        var text = filter.text();
        var pattern = text == null
                ? null
                : "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return statement
                .param(
                        "sector",
                        filter.sector() == null ? null : filter.sector().name())
                .param("text", pattern)
                .param("member", filter.member());
    }

    /** Number under which the alliance of a case stands in the register; nothing before it has been entered. */
    @Transactional(readOnly = true)
    public Optional<String> numberOf(UUID caseId) {
        return jdbc.sql("select number from alliance.alliance where case_id = :case")
                .param("case", caseId)
                .query(String.class)
                .optional();
    }

    /**
     * One alliance, with what the person at work may see.
     *
     * @throws NotFound if the register has no such number
     */
    @Transactional(readOnly = true)
    public AllianceView get(String number) {
        return view(number, user.isPresent());
    }

    /**
     * What everybody may see of an alliance, whoever asks.
     *
     * @throws NotFound if the register has no such number
     */
    @Transactional(readOnly = true)
    public AllianceView publicView(String number) {
        return view(number, false);
    }

    private AllianceView view(String number, boolean inside) {
        var row = jdbc.sql(COLUMNS + """
                        from alliance.alliance a
                        join alliance.founding f on f.case_id = a.case_id
                        where a.number = :number
                        """)
                .param("number", number)
                .query((result, index) -> row(result))
                .optional()
                .orElseThrow(() -> new NotFound("alliance", number));
        var caseId = row.caseId();
        return new AllianceView(
                row,
                memberLines(row, inside),
                seatLines(row, inside),
                councils.secretariat(caseId)
                        .map(secretariat -> new AllianceView.SecretariatLine(
                                secretariat.host(),
                                organizations.name(secretariat.host()),
                                inside ? secretariat.head() : null,
                                secretariat.platform()))
                        .orElse(null),
                inside ? expertLines(caseId) : List.of(),
                charterLines(caseId),
                charters.rulebooks(caseId).stream()
                        .map(rulebook -> new AllianceView.RulebookLine(
                                rulebook.title(), rulebook.dated(), inside ? rulebook.text() : null))
                        .toList(),
                resolutionLines(caseId, inside));
    }

    private List<AllianceView.MemberLine> memberLines(AllianceRow row, boolean inside) {
        var offices = councils.liaisonOffices(row.caseId()).stream()
                .collect(Collectors.toMap(LiaisonOffice::member, Function.identity()));
        var leads = leadUnits.chosen(row.caseId()).stream()
                .map(LeadUnit::organization)
                .collect(Collectors.toSet());
        return members.consented(row.caseId()).stream()
                .map(member -> {
                    var office = inside ? offices.get(member.organization()) : null;
                    return new AllianceView.MemberLine(
                            member.organization(),
                            organizations.name(member.organization()),
                            member.kind(),
                            member.mode(),
                            leads.contains(member.organization())
                                    || member.organization().equals(row.chairUnit()),
                            office == null ? null : office.office(),
                            office == null ? null : office.contact(),
                            office == null ? null : office.phone());
                })
                .toList();
    }

    private List<AllianceView.SeatLine> seatLines(AllianceRow row, boolean inside) {
        return councils.seats(row.caseId()).stream()
                .map(seat -> new AllianceView.SeatLine(
                        seat.unit(),
                        organizations.name(seat.unit()),
                        role(seat, row.chairUnit()),
                        inside ? seat.person() : null,
                        inside ? seat.post() : null,
                        inside ? seat.phone() : null))
                .sorted(Comparator.comparing(line -> !line.role().equals("CHAIR")))
                .toList();
    }

    private static String role(Seat seat, String chair) {
        if (seat.kind() == Seat.Kind.GOVERNMENT) {
            return "GOVERNMENT";
        }
        return seat.unit().equals(chair) ? "CHAIR" : "UNIT";
    }

    private List<AllianceView.ExpertLine> expertLines(UUID caseId) {
        return councils.experts(caseId).stream()
                .filter(expert -> expert.resolution() != null)
                .map(expert -> new AllianceView.ExpertLine(
                        texts.of("alliance.committee." + expert.committee()),
                        expert.name(),
                        expert.organization(),
                        expert.title(),
                        texts.of("alliance.domain." + expert.domain())))
                .toList();
    }

    private List<AllianceView.CharterLine> charterLines(UUID caseId) {
        var versions = new ArrayList<>(charters.versions(caseId).stream()
                .filter(Charter::isAdopted)
                .map(charter -> new AllianceView.CharterLine(
                        charter.version(),
                        charter.status().name(),
                        charter.adoptedOn(),
                        charter.filingNumber(),
                        charter.filedOn(),
                        Arrays.stream(CharterSection.values())
                                .map(section -> new AllianceView.SectionLine(
                                        section.name(),
                                        texts.of(section.label()),
                                        charter.text().of(section)))
                                .toList()))
                .toList());
        versions.sort(Comparator.comparing(AllianceView.CharterLine::version).reversed());
        return versions;
    }

    private List<AllianceView.ResolutionLine> resolutionLines(UUID caseId, boolean inside) {
        var byId = votes.of(caseId).stream().collect(Collectors.toMap(Vote::id, Function.identity()));
        return councils.resolutions(caseId).stream()
                .map(resolution -> resolutionLine(resolution, byId.get(resolution.vote()), inside))
                .toList();
    }

    private AllianceView.ResolutionLine resolutionLine(Resolution resolution, @Nullable Vote vote, boolean inside) {
        var tally = vote == null ? null : vote.tally();
        return new AllianceView.ResolutionLine(
                resolution.number(),
                resolution.subject(),
                resolution.title(),
                resolution.resolvedOn(),
                resolution.carried(),
                tally == null ? 0 : tally.inFavour(),
                tally == null ? 0 : tally.against(),
                tally == null ? 0 : tally.abstained(),
                tally == null ? 0 : tally.absent(),
                tally == null ? "" : texts.of(tally.arithmetic()),
                inside ? resolution.task() : null,
                inside && resolution.assignee() instanceof String assignee ? organizations.name(assignee) : null,
                inside && vote != null
                        ? vote.ballots().stream().map(this::ballotLine).toList()
                        : List.of());
    }

    private AllianceView.BallotLine ballotLine(Ballot ballot) {
        var choice = ballot.choice();
        return new AllianceView.BallotLine(
                ballot.unit(),
                organizations.name(ballot.unit()),
                choice instanceof Choice said ? said.name() : "",
                ballot.remark());
    }

    /** How far the alliances of a province cover its schools and enterprises, counted today (R-LNA-65). */
    @Transactional(readOnly = true)
    public Coverage coverage(String jurisdiction) {
        return new Coverage(
                LocalDate.now(clock),
                inProvince(OrganizationKind.SCHOOL, jurisdiction),
                covered("SCHOOL", jurisdiction),
                inProvince(OrganizationKind.ENTERPRISE, jurisdiction),
                covered("ENTERPRISE", jurisdiction));
    }

    private int inProvince(OrganizationKind kind, String jurisdiction) {
        return (int) organizations
                .find(OrganizationFilter.parse(kind.name(), null, jurisdiction, null, null), 0, 1)
                .total();
    }

    private int covered(String kind, String jurisdiction) {
        return jdbc.sql("""
                        select count(distinct m.organization)
                        from alliance.member m
                        join alliance.alliance a on a.case_id = m.case_id
                        where m.kind = :kind
                        and m.mode = 'FULL'
                        and m.status = 'CONSENTED'
                        and a.jurisdiction = :jurisdiction
                        and a.status = 'ACTIVE'
                        """)
                .param("kind", kind)
                .param("jurisdiction", jurisdiction)
                .query(Integer.class)
                .single();
    }

    private AllianceRow row(ResultSet row) throws SQLException {
        var codes = List.of((String[]) row.getArray("fields").getArray());
        var chair = text(row, "chair_unit");
        return new AllianceRow(
                text(row, "number"),
                Objects.requireNonNull(row.getObject("case_id", UUID.class)),
                text(row, "title"),
                AllianceType.valueOf(text(row, "type")),
                Sector.valueOf(text(row, "sector")),
                codes,
                codes.stream().map(fields::name).toList(),
                chair,
                organizations.name(chair),
                row.getInt("members"),
                Objects.requireNonNull(row.getObject("founded_on", LocalDate.class)),
                row.getString("filing_number"),
                row.getObject("filed_on", LocalDate.class),
                AllianceStatus.valueOf(text(row, "status")),
                text(row, "source"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
