package rongtong.workflow.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Map;
import rongtong.ui.Panel;
import rongtong.workflow.TaskView;

/** Above the application that an applicant corrects: what is wrong, each with the way to its field; the reason at the field. */
@org.springframework.stereotype.Component
class CorrectionPanel implements TaskPanel {

    @Override
    public boolean serves(String step) {
        return step.equals("correctApplication");
    }

    @Override
    public Component create(TaskView task) {
        var nothing = new Div();
        nothing.setVisible(false);
        return nothing;
    }

    @Override
    public Component create(TaskView task, AnswerForm form) {
        var rows = new Div();
        rows.addClassName("rows");
        var defects = defects(task);
        defects.forEach(defect -> {
            var field = String.valueOf(defect.get("field"));
            var reason = String.valueOf(defect.get("reason"));
            rows.add(new DefectLine(String.valueOf(defect.get("label")), reason, way(form, field)));
            form.note(field, atTheField(reason));
        });
        var panel = new Panel(
                translate("desk.defects.correct"), new Paragraph(translate("desk.defects.correct.hint")), rows);
        panel.setCount(defects.size());
        panel.addToSide(new Anchor(CaseNavigation.address(task.row().caseId()), translate("desk.defects.withdraw")));
        return panel;
    }

    private static Button way(AnswerForm form, String field) {
        var way = new Button(translate("desk.defects.go"), VaadinIcon.ARROW_DOWN.create(), click -> form.lead(field));
        way.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return way;
    }

    private static Component atTheField(String reason) {
        var note = new Div(VaadinIcon.FLAG.create(), new Div(reason));
        note.addClassName("defect-note");
        return note;
    }

    private static List<Map<?, ?>> defects(TaskView task) {
        return task.values().get("correctionDefects") instanceof List<?> rows
                ? rows.stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList()
                : List.of();
    }
}
