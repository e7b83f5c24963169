package rongtong.selection.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.organization.Organizations;
import rongtong.selection.programme.Programmes;
import rongtong.selection.register.RecognitionFixtures;
import rongtong.selection.register.Recognitions;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The start of the trial {@code evaluated.bpmn}: an application of the school that was selected; its title says the programme. */
@Component
class BeginEvaluated implements Step {

    static final Map<String, String> TRACKS = Map.of("jl-223", "school", "zj-demonstration-alliance", "alliance");

    private final RecognitionFixtures fixtures;
    private final Recognitions recognitions;
    private final Organizations organizations;
    private final Programmes programmes;

    BeginEvaluated(
            RecognitionFixtures fixtures,
            Recognitions recognitions,
            Organizations organizations,
            Programmes programmes) {
        this.fixtures = fixtures;
        this.recognitions = recognitions;
        this.organizations = organizations;
        this.programmes = programmes;
    }

    @Override
    public String id() {
        return "evaluated/start";
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var programme = answers.text("title");
        var application = fixtures.application(
                context.caseId(), fixtures.round(programme), TRACKS.get(programme), context.organization(), "SELECTED");
        var entry = recognitions.get(recognitions.enterApplication(application));
        context.set("applicant", organizations.get(entry.organization()).code());
        context.set("organ", entry.organ());
        context.set("clause", programmes.published(programme).orElseThrow().basis());
    }
}
