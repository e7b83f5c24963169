package rongtong.alliance.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.alliance.council.Councils;
import rongtong.alliance.council.LiaisonOffice;
import rongtong.alliance.council.Seat;
import rongtong.alliance.member.MemberMode;
import rongtong.alliance.member.Members;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** A member names its principal, if it has a seat, and its liaison office. */
@Component
class NameSeatHolder implements Step {

    private final Councils councils;
    private final Members members;

    NameSeatHolder(Councils councils, Members members) {
        this.councils = councils;
        this.members = members;
    }

    @Override
    public String id() {
        return "council/nameSeatHolder";
    }

    /** The contact person of the consent is the first proposal; flexible members have no seat (default of P05). */
    @Override
    public Map<String, Object> values(StepContext context) {
        var values = new LinkedHashMap<String, Object>();
        values.put("hasSeat", hasSeat(context));
        members.find(context.caseId(), context.requiredUnit()).ifPresent(member -> {
            if (member.contact() instanceof String contact) {
                values.put("liaisonContact", contact);
            }
            if (member.phone() instanceof String phone) {
                values.put("liaisonPhone", phone);
            }
        });
        return values;
    }

    private boolean hasSeat(StepContext context) {
        return members.find(context.caseId(), context.requiredUnit())
                .filter(member -> member.mode() == MemberMode.FULL)
                .isPresent();
    }

    /** R-LNA-22: the seat is the principal's. */
    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        if (hasSeat(context) && !answers.flag("isPrincipal")) {
            findings.error("isPrincipal", Message.of("alliance.confirm-principal"));
        }
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var unit = context.requiredUnit();
        if (hasSeat(context)) {
            councils.seat(
                    context.caseId(),
                    new Seat(
                            unit,
                            Seat.Kind.MEMBER,
                            answers.text("principalName"),
                            answers.text("principalPost"),
                            answers.text("principalPhone"),
                            answers.flag("isPrincipal")));
        }
        councils.connect(
                context.caseId(),
                new LiaisonOffice(
                        unit,
                        answers.text("liaisonUnit"),
                        answers.text("liaisonContact"),
                        answers.text("liaisonPhone")));
    }
}
