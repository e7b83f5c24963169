package rongtong.alliance.member;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.alliance.FoundingWithdrawn;

/** Who was selected for an alliance and what each answered. Called by the steps of the procedure. */
@Service
@Transactional
public class Members {

    private static final RowMapper<Member> MEMBER = (row, number) -> new Member(
            Objects.requireNonNull(row.getObject("case_id", UUID.class)),
            Objects.requireNonNull(row.getString("organization")),
            MemberKind.valueOf(row.getString("kind")),
            MemberMode.valueOf(row.getString("mode")),
            Objects.requireNonNull(row.getString("selected_by")),
            row.getString("invited_by"),
            Objects.requireNonNull(row.getString("reason")),
            MemberStatus.valueOf(row.getString("status")),
            row.getString("contact"),
            row.getString("phone"),
            row.getString("answer"),
            instant(row.getObject("decided_at", OffsetDateTime.class)));

    private final JdbcClient jdbc;
    private final Clock clock;

    Members(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All that were ever selected for the alliance, by kind and in the order of selection. */
    @Transactional(readOnly = true)
    public List<Member> of(UUID caseId) {
        return jdbc.sql("""
                        select *
                        from alliance.member
                        where case_id = :case
                        order by array_position(array['ENTERPRISE', 'SCHOOL', 'INSTITUTE'], kind), selected_at, organization
                        """).param("case", caseId).query(MEMBER).list();
    }

    /** The members: those that consented, full and flexible. */
    @Transactional(readOnly = true)
    public List<Member> consented(UUID caseId) {
        return of(caseId).stream()
                .filter(member -> member.status() == MemberStatus.CONSENTED)
                .toList();
    }

    /** Members with a seat: those that consented, without the flexible ones. */
    @Transactional(readOnly = true)
    public List<Member> full(UUID caseId) {
        return consented(caseId).stream()
                .filter(member -> member.mode() == MemberMode.FULL)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Member> find(UUID caseId, String organization) {
        return jdbc.sql("""
                        select *
                        from alliance.member
                        where case_id = :case
                        and organization = :organization
                        """)
                .param("case", caseId)
                .param("organization", organization)
                .query(MEMBER)
                .optional();
    }

    /** Other alliances, being built or founded, that the organisation has joined or been invited to (R-LNA-16, -17). */
    @Transactional(readOnly = true)
    public List<Membership> membershipsElsewhere(String organization, UUID exceptCase) {
        return jdbc.sql("""
                        select m.case_id, f.title, m.mode
                        from alliance.member m
                        join alliance.founding f on f.case_id = m.case_id
                        where m.organization = :organization
                        and m.case_id <> :case
                        and m.status in ('PROPOSED', 'CONSENTED')
                        and f.status in ('BUILDING', 'FOUNDED')
                        order by f.proposed_at
                        """)
                .param("organization", organization)
                .param("case", exceptCase)
                .query(Membership.class)
                .list();
    }

    /**
     * Invites an organisation to the alliance. Who has consented already stays a member; who declined or stayed silent
     * is asked again.
     */
    public void invite(Invitation invitation) {
        jdbc.sql("""
                        insert into alliance.member (case_id, organization, kind, mode, selected_by, invited_by, reason,
                            deviation, status, selected_at)
                        values (:case, :organization, :kind, :mode, :selectedBy, :invitedBy, :reason,
                            :deviation, 'PROPOSED', :now)
                        on conflict (case_id, organization) do update
                        set mode = excluded.mode, selected_by = excluded.selected_by, invited_by = excluded.invited_by,
                            reason = excluded.reason, deviation = excluded.deviation, status = 'PROPOSED',
                            answer = null, selected_at = excluded.selected_at, decided_at = null
                        where member.status in ('DECLINED', 'SILENT')
                        """)
                .param("case", invitation.caseId())
                .param("organization", invitation.organization())
                .param("kind", invitation.kind().name())
                .param("mode", invitation.invitedBy() == null ? "FULL" : "FLEXIBLE")
                .param("selectedBy", invitation.selectedBy())
                .param("invitedBy", invitation.invitedBy())
                .param("reason", invitation.reason())
                .param("deviation", invitation.deviation())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The demonstration (科学论证) on which a department bases its selection (R-LNA-14). */
    public void demonstrate(UUID caseId, String department, MemberKind kind, String text) {
        jdbc.sql("""
                        insert into alliance.demonstration (case_id, department, kind, text, recorded_at)
                        values (:case, :department, :kind, :text, :now)
                        """)
                .param("case", caseId)
                .param("department", department)
                .param("kind", kind.name())
                .param("text", text)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The demonstrations of a founding, in the order in which they were given. */
    @Transactional(readOnly = true)
    public List<String> demonstrations(UUID caseId) {
        return jdbc.sql("select text from alliance.demonstration where case_id = :case order by recorded_at")
                .param("case", caseId)
                .query(String.class)
                .list();
    }

    /** Codes of the organisations that still have to answer, in the order of {@link #of}. */
    @Transactional(readOnly = true)
    public List<String> invited(UUID caseId) {
        return of(caseId).stream()
                .filter(member -> member.status() == MemberStatus.PROPOSED)
                .map(Member::organization)
                .toList();
    }

    /** The organisation joins and names who speaks for it. */
    public void consent(UUID caseId, String organization, String contact, String phone, String wish) {
        answer(caseId, organization, MemberStatus.CONSENTED, contact, phone, wish);
    }

    /** The organisation does not join. */
    public void decline(UUID caseId, String organization, String reason) {
        answer(caseId, organization, MemberStatus.DECLINED, null, null, reason);
    }

    /** The deadline passed without an answer; an answer given meanwhile stands. */
    public void silent(UUID caseId, String organization) {
        answer(caseId, organization, MemberStatus.SILENT, null, null, null);
    }

    @EventListener
    void close(FoundingWithdrawn withdrawn) {
        jdbc.sql("""
                        update alliance.member
                        set status = 'WITHDRAWN', decided_at = coalesce(decided_at, :now)
                        where case_id = :case
                        """)
                .param("case", withdrawn.caseId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void answer(
            UUID caseId,
            String organization,
            MemberStatus status,
            @Nullable String contact,
            @Nullable String phone,
            @Nullable String answer) {
        jdbc.sql("""
                        update alliance.member
                        set status = :status, contact = :contact, phone = :phone, answer = :answer, decided_at = :now
                        where case_id = :case
                        and organization = :organization
                        and status = 'PROPOSED'
                        """)
                .param("case", caseId)
                .param("organization", organization)
                .param("status", status.name())
                .param("contact", contact)
                .param("phone", phone)
                .param("answer", answer)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    /**
     * A department's wish to have an organisation in the alliance.
     *
     * @param invitedBy code of the inviting department or member where the organisation joins flexibly; else null
     * @param deviation why a soft rule is departed from; null where none is
     */
    public record Invitation(
            UUID caseId,
            String organization,
            MemberKind kind,
            String selectedBy,
            @Nullable String invitedBy,
            String reason,
            @Nullable String deviation) {}
}
