package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import rongtong.selection.round.Round;
import rongtong.selection.round.RoundStatus;
import rongtong.selection.round.Rounds;
import rongtong.shared.Texts;
import rongtong.workflow.TaskView;
import rongtong.workflow.ui.TaskPanel;

/** Above steps of a round and of its experts: the way to the page on which the work itself is done or read. */
@org.springframework.stereotype.Component
class RoundTaskPanel implements TaskPanel {

    private static final String SERVICE = "pilot-selection";
    private static final String OPINION = "giveOpinion";
    private static final String SCORES = "scoreApplications";

    /** Texts of the ways, by step. */
    private static final Map<String, String> WAYS = Map.of(
            "watchWindow",
            "applications",
            "confirmEntries",
            "applications",
            "orderSecondTurn",
            "workbench",
            "proposeList",
            "workbench",
            "decideJointly",
            "preview",
            "amendList",
            "workbench",
            OPINION,
            "workbench",
            SCORES,
            "reviews");

    private final Rounds rounds;
    private final Texts texts;

    RoundTaskPanel(Rounds rounds, Texts texts) {
        this.rounds = rounds;
        this.texts = texts;
    }

    @Override
    public boolean serves(String step) {
        return WAYS.containsKey(step);
    }

    @Override
    public Component create(TaskView task) {
        var hint = new Paragraph();
        hint.addClassName("hint");
        var step = task.row().step();
        if (step.equals(SCORES)) {
            hint.add(new Anchor("reviews", texts.of("selection.task.reviews")));
            return hint;
        }
        if (!task.row().service().equals(SERVICE)) {
            hint.setVisible(false);
            return hint;
        }
        var round = rounds.get(task.row().caseId());
        if (step.equals(OPINION) && round.status() == RoundStatus.PREPARED) {
            hint.add(new Anchor("programmes/" + round.programme(), texts.of("selection.task.programme")));
        } else {
            var way = WAYS.getOrDefault(step, "workbench");
            hint.add(new Anchor(address(way, round), texts.of("selection.task." + way)));
        }
        return hint;
    }

    private static String address(String way, Round round) {
        return switch (way) {
            case "applications" -> RoundNavigation.address(round.programme(), round.caseId()) + "/applications";
            case "preview" -> SelectionWorkbenchNavigation.address(round.programme(), round.caseId()) + "?tab=result";
            default -> SelectionWorkbenchNavigation.address(round.programme(), round.caseId());
        };
    }
}
