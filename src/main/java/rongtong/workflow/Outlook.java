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
     * Names of the steps and stages that may follow the open steps, without repetition: where a step may end its process, what
     * follows the stage that this is comes before what leads on within it. While no step is open, what follows the stages
     * that are under way. What a return would lead back to is not named.
     *
     * @param diagrams of one case
     */
    public List<String> next(List<DiagramView> diagrams) {
        var open = diagrams.stream()
                .flatMap(diagram -> models.latest(diagram.process()).stream()
                        .flatMap(model -> diagram.active().stream().map(activity -> new Place(model, activity))))
                .toList();
        var steps = open.stream().filter(Place::isStep).toList();
        return (steps.isEmpty()
                        ? open.stream().flatMap(Place::within)
                        : steps.stream().flatMap(step -> after(step, open)))
                .distinct()
                .toList();
    }

    private static Stream<String> after(Place place, List<Place> open) {
        var beyond = place.mayEnd()
                ? open.stream().filter(caller -> caller.calls(place.model())).flatMap(caller -> after(caller, open))
                : Stream.<String>empty();
        return Stream.concat(beyond, place.within());
    }

    /** Where a token is. */
    private record Place(ProcessModel model, String activity) {

        boolean isStep() {
            return model.steps().containsKey(activity);
        }

        boolean mayEnd() {
            return model.last().contains(activity);
        }

        /** Whether it is a stage that another process carries out. */
        boolean calls(ProcessModel called) {
            return called != model && called.process().equals(model.calls().get(activity));
        }

        /** Names of what follows in the same process. */
        Stream<String> within() {
            return model.ahead().getOrDefault(activity, List.of()).stream().map(Ahead::name);
        }
    }
}
