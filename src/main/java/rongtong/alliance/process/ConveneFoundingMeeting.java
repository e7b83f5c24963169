package rongtong.alliance.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rongtong.alliance.council.Councils;
import rongtong.alliance.council.LiaisonOffice;
import rongtong.alliance.council.Seat;
import rongtong.alliance.council.Secretariat;
import rongtong.alliance.member.Member;
import rongtong.alliance.member.Members;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The chair unit calls the founding meeting and proposes the secretariat. */
@Component
class ConveneFoundingMeeting implements Step {

    private final Councils councils;
    private final Members members;
    private final MemberRows rows;

    ConveneFoundingMeeting(Councils councils, Members members, MemberRows rows) {
        this.councils = councils;
        this.members = members;
        this.rows = rows;
    }

    @Override
    public String id() {
        return "council/conveneFoundingMeeting";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return Map.of(
                "seatRows",
                seatRows(context.caseId()),
                "memberOptions",
                rows.options(members.full(context.caseId()).stream()
                        .map(Member::organization)
                        .toList()));
    }

    private List<Map<String, String>> seatRows(UUID caseId) {
        var chair = councils.chair(caseId);
        var offices = councils.liaisonOffices(caseId).stream()
                .collect(Collectors.toMap(LiaisonOffice::member, Function.identity()));
        return councils.seats(caseId).stream()
                .map(seat -> {
                    var office = offices.get(seat.unit());
                    return Map.of(
                            "unit",
                            rows.name(seat.unit()),
                            "kind",
                            rows.word("alliance.seat." + seat.kind()),
                            "person",
                            seat.person(),
                            "post",
                            seat.post(),
                            "role",
                            rows.word(role(seat, chair)),
                            "liaison",
                            office == null ? "" : office.office());
                })
                .toList();
    }

    private static String role(Seat seat, String chair) {
        if (seat.kind() == Seat.Kind.GOVERNMENT) {
            return "alliance.role.GOVERNMENT";
        }
        return seat.unit().equals(chair) ? "alliance.role.CHAIR" : "alliance.role.UNIT";
    }

    /** R-LNA-24 and the notice before a meeting: soft. */
    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        councils.unusual(context.caseId(), day(answers), answers.text("secretariatHost"))
                .forEach(findings::warning);
    }

    @Override
    public void record(StepContext context, Answers answers) {
        councils.convene(
                context.caseId(),
                context.organization(),
                day(answers),
                answers.text("foundingMeetingTime"),
                answers.text("foundingMeetingPlace"),
                answers.text("foundingMeetingAgenda"),
                new Secretariat(
                        answers.text("secretariatHost"),
                        answers.text("secretaryGeneral"),
                        answers.text("secretaryGeneralPost"),
                        answers.text("secretariatAddress"),
                        answers.text("platformAddress"),
                        answers.text(Findings.REASON)));
    }

    private static LocalDate day(Answers answers) {
        return Objects.requireNonNull(answers.date("foundingMeetingOn"));
    }
}
