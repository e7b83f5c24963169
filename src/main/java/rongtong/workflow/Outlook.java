package rongtong.workflow;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rongtong.workflow.engine.ProcessModels;
import rongtong.workflow.engine.ProcessModels.Ahead;
import rongtong.workflow.engine.ProcessModels.ProcessModel;

/** Says what comes next in a case, as far as its diagrams tell. */
@Component
public class Outlook {

    private final ProcessModels models;

    Outlook(ProcessModels models) {
        this.models = models;
    }

    /**
     * Names of the steps and stages that may follow the open ones, without repetition: those that follow an open step
     * within its own process, else those that follow the stages which are under way.
     *
     * @param diagrams of one case
     */
    public List<String> next(List<DiagramView> diagrams) {
        var afterSteps = names(diagrams, true);
        return afterSteps.isEmpty() ? names(diagrams, false) : afterSteps;
    }

    private List<String> names(List<DiagramView> diagrams, boolean ofSteps) {
        return diagrams.stream()
                .flatMap(diagram -> models.latest(diagram.process()).stream()
                        .flatMap(model -> following(model, diagram.active(), ofSteps)))
                .distinct()
                .toList();
    }

    private static Stream<String> following(ProcessModel model, List<String> active, boolean ofSteps) {
        return active.stream()
                .filter(activity -> model.steps().containsKey(activity) == ofSteps)
                .flatMap(activity -> model.ahead().getOrDefault(activity, List.of()).stream())
                .map(Ahead::name);
    }
}
