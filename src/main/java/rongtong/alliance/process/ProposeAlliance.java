package rongtong.alliance.process;

import org.springframework.stereotype.Component;
import rongtong.alliance.AllianceType;
import rongtong.alliance.Founding;
import rongtong.alliance.FoundingStatus;
import rongtong.alliance.Foundings;
import rongtong.alliance.IndustryFields;
import rongtong.alliance.Proposers;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The start: a department or a park's government proposes an alliance with its preliminary layout. */
@Component
class ProposeAlliance implements Step {

    private final Foundings foundings;
    private final Proposers proposers;
    private final IndustryFields fields;

    ProposeAlliance(Foundings foundings, Proposers proposers, IndustryFields fields) {
        this.foundings = foundings;
        this.proposers = proposers;
        this.fields = fields;
    }

    @Override
    public String id() {
        return "alliance-founding/start";
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var founding = founding(context, answers);
        founding.check(proposers.get(context.organization()), fields.sectors(founding.fields()), findings);
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var founding = founding(context, answers);
        foundings.propose(founding);
        context.set("demandDepartment", founding.demandDepartment());
    }

    /** The one that puts forward the demand is the proposer itself: 提出三次产业需求的政府部门. */
    private Founding founding(StepContext context, Answers answers) {
        var park = answers.text("park");
        return new Founding(
                context.caseId(),
                answers.text("title"),
                proposers.sector(context.organization(), fields.sectors(answers.texts("fields"))),
                answers.texts("fields"),
                answers.texts("regions"),
                park.isEmpty() ? null : park,
                context.organization(),
                context.organization(),
                answers.text("layout"),
                answers.text("analysis"),
                AllianceType.valueOf(answers.text("type")),
                FoundingStatus.PROPOSED,
                null);
    }
}
