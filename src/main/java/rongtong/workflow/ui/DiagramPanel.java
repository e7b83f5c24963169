package rongtong.workflow.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.List;
import rongtong.ui.Panel;
import rongtong.workflow.DiagramView;

/** The diagrams of a case, one tab for each process; what is open is blue, what is done grey-green. */
class DiagramPanel extends Panel {

    /** The strip of tabs begins at its left, whichever is selected. */
    private static final String SHOW_SELECTED = """
            requestAnimationFrame(() => requestAnimationFrame(() => {
                const tab = this.querySelector('[selected]');
                const strip = this.shadowRoot && this.shadowRoot.querySelector('[part=tabs]');
                if (tab && strip) {
                    strip.scrollLeft = tab.offsetLeft - (strip.clientWidth - tab.clientWidth) / 2;
                }
            }))""";

    private final transient List<DiagramView> diagrams;
    private final Div canvas = new Div();
    private int shown;

    DiagramPanel(List<DiagramView> diagrams) {
        super(translate("desk.diagram"));
        this.diagrams = diagrams;
        addToSide(button(VaadinIcon.EXPAND_FULL, "desk.diagram.large", this::enlarge));
        if (diagrams.size() > 1) {
            add(tabs());
        }
        canvas.addClassName("diagram-canvas");
        canvas.getElement().setAttribute("role", "img");
        canvas.getElement().setAttribute("aria-label", getTranslation("desk.diagram"));
        var diagram = new Div(tools(), canvas);
        diagram.addClassName("diagram");
        add(diagram, legend());
    }

    /** As high as the window allows, for a page or dialog of its own. */
    DiagramPanel tall() {
        getContent().addClassName("diagram-tall");
        return this;
    }

    /** Opens the first process in which something is open. */
    private int mostInteresting() {
        for (int i = diagrams.size() - 1; i >= 0; i--) {
            if (!diagrams.get(i).active().isEmpty()) {
                return i;
            }
        }
        return 0;
    }

    private Tabs tabs() {
        var tabs = new Tabs();
        diagrams.forEach(diagram -> tabs.add(new Tab(diagram.name())));
        shown = mostInteresting();
        tabs.setSelectedIndex(shown);
        tabs.addAttachListener(attach -> tabs.getElement().executeJs(SHOW_SELECTED));
        tabs.addSelectedChangeListener(change -> {
            shown = tabs.getSelectedIndex();
            draw();
        });
        return tabs;
    }

    private Div tools() {
        var tools = new Div(
                button(VaadinIcon.PLUS, "desk.diagram.zoom-in", () -> zoom(1.25)),
                button(VaadinIcon.MINUS, "desk.diagram.zoom-out", () -> zoom(0.8)),
                button(VaadinIcon.COMPRESS_SQUARE, "desk.diagram.fit", () -> zoom(0)));
        tools.addClassName("diagram-tools");
        return tools;
    }

    private Button button(VaadinIcon icon, String key, Runnable action) {
        var button = new Button(icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        return button;
    }

    private Div legend() {
        var legend = new Div(mark("active"), mark("completed"), mark("incident"));
        legend.addClassName("diagram-legend");
        return legend;
    }

    private Span mark(String state) {
        var mark = new Span(getTranslation("desk.diagram." + state));
        mark.addClassName("legend-" + state);
        return mark;
    }

    private void enlarge() {
        var large = new DiagramPanel(diagrams).tall();
        var dialog = new Dialog(large);
        dialog.setHeaderTitle(getTranslation("desk.diagram"));
        dialog.setWidth("96vw");
        dialog.getFooter().add(new Button(getTranslation("ui.close"), click -> dialog.close()));
        dialog.open();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI()
                .getPage()
                .addJavaScript("context://webjars/bpmn-js/8.0.0/dist/bpmn-navigated-viewer.production.min.js");
        event.getUI().getPage().addJavaScript("context://rongtong-diagram.js");
        draw();
    }

    private void draw() {
        if (diagrams.isEmpty() || UI.getCurrent() == null) {
            return;
        }
        var diagram = diagrams.get(shown);
        canvas.getElement()
                .executeJs(
                        "window.rongtongDiagram.draw(this, $0, $1, $2, $3)",
                        diagram.bpmn(),
                        String.join(" ", diagram.active()),
                        String.join(" ", diagram.completed()),
                        String.join(" ", diagram.incidents()));
    }

    private void zoom(double factor) {
        canvas.getElement().executeJs("window.rongtongDiagram.zoom(this, $0)", factor);
    }
}
