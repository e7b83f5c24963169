package rongtong.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.UUID;
import rongtong.ledger.Ledgers;
import rongtong.ui.Panel;
import rongtong.workflow.TaskView;
import rongtong.workflow.ui.TaskPanel;

/** Beside the forms of a round: the way to the entries, and the charts of the comparison. */
@org.springframework.stereotype.Component
class LedgerTaskPanel implements TaskPanel {

    private final Ledgers ledgers;

    LedgerTaskPanel(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public boolean serves(String step) {
        return step.equals("draftMatchingPlan")
                || step.equals("writeServiceEntries")
                || step.matches("(write|confirm)(Agriculture|Industry|Services|Supply)Ledger");
    }

    @Override
    public Component create(TaskView task) {
        var panel = new Div();
        if (task.values().get("ledger") instanceof String ledger) {
            panel.add(entries(UUID.fromString(ledger)));
        } else if (task.values().get("round") instanceof String round) {
            panel.add(comparison(UUID.fromString(round)));
        }
        return panel;
    }

    private Component entries(UUID id) {
        var ledger = ledgers.ledger(id);
        var panel = new Panel("");
        var title = panel.getTranslation("ledger.type." + ledger.type());
        var way = ledgers.permissions(ledger).add() ? "write" : "read";
        var link = new Anchor(LedgerNavigation.address(id), panel.getTranslation("ledger.pages.task.open-to-" + way));
        var hint = panel.getTranslation("ledger.pages.task." + way, ledger.entries());
        var result = new Panel(title, new Paragraph(hint), link);
        var reason = ledger.returnReason();
        if (reason != null) {
            result.add(new Paragraph(panel.getTranslation("ledger.pages.returned", reason)));
        }
        return result;
    }

    private Component comparison(UUID round) {
        var chart = new ComparisonChart(ledgers.consolidation(round));
        return new Panel(
                chart.getTranslation("ledger.pages.chart"),
                chart,
                new Anchor(LedgerNavigation.comparison(round), chart.getTranslation("ledger.pages.comparison")));
    }
}
