package rongtong.alliance.process;

import org.springframework.stereotype.Component;
import rongtong.alliance.council.Councils;
import rongtong.alliance.council.InternalUnit;
import rongtong.alliance.council.Seat;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** A department names its person in the council and the internal unit that guides the secretariat. */
@Component
class NameGovernmentRepresentative implements Step {

    private final Councils councils;

    NameGovernmentRepresentative(Councils councils) {
        this.councils = councils;
    }

    @Override
    public String id() {
        return "council/nameGovernmentRepresentative";
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var department = context.requiredUnit();
        councils.seat(
                context.caseId(),
                new Seat(
                        department,
                        Seat.Kind.GOVERNMENT,
                        answers.text("representativeName"),
                        answers.text("representativePost"),
                        answers.text("representativePhone"),
                        false));
        councils.designate(context.caseId(), new InternalUnit(department, answers.text("internalUnit")));
    }
}
