package rongtong.alliance.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.alliance.Founding;
import rongtong.alliance.Foundings;
import rongtong.organization.Organizations;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.workflow.countersign.Countersigns;

/** Review meetings in the order of their steps: arranged, held and decided, confirmed. Called by the process. */
@Service
@Transactional
public class ReviewMeetings {

    /** Subject of the countersign in which the three sides state their opinions. */
    public static final String OPINIONS = "review-meeting";

    private final JdbcClient jdbc;
    private final Foundings foundings;
    private final Organizations organizations;
    private final Countersigns countersigns;
    private final Minutes minutes;
    private final Clock clock;

    ReviewMeetings(
            JdbcClient jdbc,
            Foundings foundings,
            Organizations organizations,
            Countersigns countersigns,
            Minutes minutes,
            Clock clock) {
        this.jdbc = jdbc;
        this.foundings = foundings;
        this.organizations = organizations;
        this.countersigns = countersigns;
        this.minutes = minutes;
        this.clock = clock;
    }

    /**
     * Codes of the three sides without which there is no meeting (R-LNA-10): the demand department, education, science.
     */
    public List<String> sides(Founding founding, String jurisdiction) {
        return List.of(
                founding.demandDepartment(),
                organizations.responsible(jurisdiction, "education"),
                organizations.responsible(jurisdiction, "science"));
    }

    /** Announces the meeting to the three sides and to others, and asks the three for their opinions. */
    public void arrange(Announcement announcement, String title, String text) {
        var participants = new ArrayList<>(announcement.sides());
        announcement.others().stream()
                .filter(other -> !participants.contains(other))
                .forEach(participants::add);
        jdbc.sql("""
                        insert into alliance.meeting (id, case_id, held_at, place, agenda, participants, ledger, arranged_at)
                        values (:id, :case, :heldAt, :place, :agenda, :participants, :ledger, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("case", announcement.caseId())
                .param("heldAt", announcement.heldAt())
                .param("place", announcement.place())
                .param("agenda", announcement.agenda())
                .param("participants", participants.toArray(String[]::new))
                .param("ledger", announcement.ledger())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        countersigns.open(announcement.caseId(), OPINIONS, title, text, announcement.sides());
    }

    /** Keeps what was said and decided; it takes effect when the leader confirms it. */
    public void decide(UUID caseId, ReviewMeeting.Attendance attendance, String minutes, Decision decision) {
        jdbc.sql("""
                        update alliance.meeting
                        set attended_demand = :demand, attended_education = :education, attended_science = :science,
                            attended_others = :others, minutes = :minutes, decision = :decision, fields = :fields,
                            regions = :regions, reasons = :reasons
                        where id = :id
                        """)
                .param("demand", attendance.demand())
                .param("education", attendance.education())
                .param("science", attendance.science())
                .param("others", attendance.others())
                .param("minutes", minutes)
                .param("decision", decision.kind().name())
                .param("fields", decision.fields().toArray(String[]::new))
                .param("regions", decision.regions().toArray(String[]::new))
                .param("reasons", decision.reasons())
                .param("id", get(caseId).id())
                .update();
    }

    /** The leader confirms: the minutes are issued and the decision takes effect on the founding. */
    public void confirm(UUID caseId, String actor) {
        var meeting = get(caseId);
        var decision = Objects.requireNonNull(meeting.decision(), "a meeting is decided before it is confirmed");
        jdbc.sql("update alliance.meeting set confirmed_by = :actor, confirmed_at = :now where id = :id")
                .param("actor", actor)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", meeting.id())
                .update();
        minutes.issue(caseId, meeting, decision);
        if (decision.kind() == FieldDecision.NOT_NOW) {
            foundings.postpone(caseId);
        }
        decision.kind().type().ifPresent(type -> foundings.build(caseId, type, decision.fields(), decision.regions()));
    }

    /** The latest meeting of the case. @throws NotFound if none was arranged */
    @Transactional(readOnly = true)
    public ReviewMeeting get(UUID caseId) {
        return find(caseId).orElseThrow(() -> new NotFound("Review meeting", caseId));
    }

    @Transactional(readOnly = true)
    public Optional<ReviewMeeting> find(UUID caseId) {
        return jdbc.sql("""
                        select *
                        from alliance.meeting
                        where case_id = :case
                        order by arranged_at desc
                        limit 1
                        """)
                .param("case", caseId)
                .query((row, number) -> meeting(row))
                .optional();
    }

    /** In the words of the person. */
    public static Message nameOf(FieldDecision decision) {
        return Message.of("alliance.decision." + decision);
    }

    private static ReviewMeeting meeting(ResultSet row) throws SQLException {
        return new ReviewMeeting(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("case_id", UUID.class)),
                Objects.requireNonNull(row.getObject("held_at", LocalDateTime.class)),
                text(row, "place"),
                text(row, "agenda"),
                texts(row, "participants"),
                text(row, "ledger"),
                row.getString("attended_demand") == null
                        ? null
                        : new ReviewMeeting.Attendance(
                                text(row, "attended_demand"),
                                text(row, "attended_education"),
                                text(row, "attended_science"),
                                text(row, "attended_others")),
                row.getString("minutes"),
                decision(row));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        var kind = row.getString("decision");
        return kind == null
                ? null
                : new Decision(
                        FieldDecision.valueOf(kind), texts(row, "fields"), texts(row, "regions"), text(row, "reasons"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /**
     * The notice of a meeting.
     *
     * @param sides codes of the three sides
     * @param others codes of further organisations invited
     * @param ledger name of the ledger version that it rests on
     */
    public record Announcement(
            UUID caseId,
            LocalDateTime heldAt,
            String place,
            String agenda,
            List<String> sides,
            List<String> others,
            String ledger) {}
}
