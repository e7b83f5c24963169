package rongtong.workflow.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import rongtong.ui.Formats;
import rongtong.ui.Panel;
import rongtong.workflow.CaseView;
import rongtong.workflow.correction.Defect;
import rongtong.workflow.correction.Defects;

/** On the page of a case: what had to be corrected, round by round, and how it stands. */
@org.springframework.stereotype.Component
class CaseDefectsPanel implements CasePanel {

    private final Defects defects;

    CaseDefectsPanel(Defects defects) {
        this.defects = defects;
    }

    @Override
    public boolean serves(String service) {
        return true;
    }

    @Override
    public Component create(CaseView view) {
        var found = defects.of(view.row().id());
        if (found.isEmpty()) {
            var nothing = new Div();
            nothing.setVisible(false);
            return nothing;
        }
        var rounds = new LinkedHashMap<String, List<Defect>>();
        found.forEach(defect -> rounds.computeIfAbsent(defect.stage() + "#" + defect.round(), any -> new ArrayList<>())
                .add(defect));
        var panel = new Panel(translate("desk.defects"));
        panel.setCount(found.size());
        rounds.values().forEach(round -> panel.add(round(round)));
        return panel;
    }

    private static Component round(List<Defect> round) {
        var first = round.getFirst();
        var title = new H3(
                translate("desk.defects.round", first.round(), Formats.moment(first.raisedAt()), first.raisedBy()));
        var rows = new Div();
        rows.addClassName("rows");
        round.forEach(defect -> rows.add(new DefectLine(defect)));
        var part = new Div(title, rows);
        part.addClassName("defect-round");
        return part;
    }
}
