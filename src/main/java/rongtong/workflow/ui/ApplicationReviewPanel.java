package rongtong.workflow.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rongtong.form.Choice;
import rongtong.form.FieldInstance;
import rongtong.ui.Panel;
import rongtong.workflow.TaskView;
import rongtong.workflow.correction.Applications;
import rongtong.workflow.correction.Defects;
import rongtong.workflow.correction.FrequentReasons;

/**
 * Beside the decision of the receiving organ: the application itself, with a flag at each field that adds a defect to the
 * form; after a correction what was changed, old beside new.
 */
@org.springframework.stereotype.Component
class ApplicationReviewPanel implements TaskPanel {

    private static final int LONGEST_REASON = 500;

    private final Applications applications;
    private final Defects defects;
    private final FrequentReasons reasons;
    private final AnswerForms forms;

    ApplicationReviewPanel(Applications applications, Defects defects, FrequentReasons reasons, AnswerForms forms) {
        this.applications = applications;
        this.defects = defects;
        this.reasons = reasons;
        this.forms = forms;
    }

    @Override
    public boolean serves(String step) {
        return step.equals("checkApplication");
    }

    @Override
    public Component create(TaskView task) {
        var nothing = new Div();
        nothing.setVisible(false);
        return nothing;
    }

    @Override
    public Component create(TaskView task, AnswerForm decision) {
        var corrects = String.valueOf(task.values().get("application"));
        var application = applications.of(task.row().caseId(), corrects.endsWith("/start") ? null : corrects);
        var shown = forms.read(application.json(), application.answers());
        var panel = new Panel(translate("desk.defects.application"));
        var changes = defects.changes(
                task.row().caseId(), String.valueOf(task.values().get("stage")));
        if (!changes.isEmpty()) {
            panel.add(changed(changes, shown));
            changes.forEach(change -> shown.note(change.field(), new VersionPair(change.before(), change.after())));
        }
        var hint = new Div(translate("desk.defects.flag.hint"));
        hint.addClassNames("muted", "small");
        var scroll = new Div(shown);
        scroll.addClassName("review-application");
        panel.add(hint, scroll);
        flags(task, shown, decision);
        return panel;
    }

    private static Component changed(List<Defects.Change> changes, AnswerForm shown) {
        var rows = new Div();
        rows.addClassName("rows");
        changes.forEach(change -> {
            var way = new Button(translate("desk.defects.show"), click -> shown.lead(change.field()));
            way.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            rows.add(new DefectLine(change, way));
        });
        return new Div(new H3(translate("desk.defects.changed", changes.size())), rows);
    }

    /** A flag at each field; it is raised while the form lists a defect there. */
    private void flags(TaskView task, AnswerForm shown, AnswerForm decision) {
        var names = names(task);
        var flags = new LinkedHashMap<String, Button>();
        for (var instance : shown.model().visible()) {
            var name = names.get(instance.path());
            if (name != null && !instance.path().isEmpty()) {
                var flag = new Button(
                        VaadinIcon.FLAG_O.create(),
                        click -> ask(task, instance, name, decision, () -> raise(flags, decision)));
                flag.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
                flag.addClassName("field-flag");
                flag.setAriaLabel(translate("desk.defects.flag", name));
                flag.setTooltipText(translate("desk.defects.flag", name));
                flags.put(instance.path(), flag);
                shown.note(instance.path(), flag);
            }
        }
        decision.onChange(() -> raise(flags, decision));
        raise(flags, decision);
    }

    private static Map<String, String> names(TaskView task) {
        return task.values().get("defectFields") instanceof List<?> places
                ? places.stream()
                        .map(place -> (Map<?, ?>) place)
                        .map(place ->
                                new Choice(String.valueOf(place.get("value")), String.valueOf(place.get("label"))))
                        .collect(
                                Collectors.toMap(place -> place.value().toString(), Choice::label, (one, other) -> one))
                : Map.of();
    }

    private static void raise(Map<String, Button> flags, AnswerForm decision) {
        var marked = decision.model().value("defects") instanceof List<?> rows
                ? rows.stream()
                        .map(row -> row instanceof Map<?, ?> map ? String.valueOf(map.get("field")) : "")
                        .collect(Collectors.toSet())
                : java.util.Set.<String>of();
        flags.forEach((path, flag) -> {
            var raised = marked.contains(path);
            flag.setIcon(raised ? VaadinIcon.FLAG.create() : VaadinIcon.FLAG_O.create());
            flag.setClassName("flag-raised", raised);
        });
    }

    private void ask(TaskView task, FieldInstance place, String name, AnswerForm decision, Runnable raised) {
        var reason = new TextArea(translate("desk.defects.reason"));
        reason.setWidthFull();
        reason.setMinRows(3);
        reason.setMaxLength(LONGEST_REASON);
        var frequent = new Div();
        frequent.addClassName("frequent-reasons");
        reasons.of(place.field().type()).forEach(words -> {
            var choice = new Button(words, click -> reason.setValue(words));
            choice.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            frequent.add(choice);
        });
        var often = new Span(translate("desk.defects.often"));
        often.addClassNames("muted", "small");
        var dialog = new Dialog(often, frequent, reason);
        dialog.setHeaderTitle(translate("desk.defects.flag", name));
        dialog.setWidth("32rem");
        var mark = new Button(translate("desk.defects.mark"), click -> {
            if (reason.getValue().isBlank()) {
                reason.setInvalid(true);
                reason.setErrorMessage(translate("desk.defects.reason.missing"));
                return;
            }
            mark(task, place.path(), reason.getValue().strip(), decision);
            raised.run();
            dialog.close();
        });
        mark.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(translate("ui.cancel"), click -> dialog.close()), mark);
        dialog.open();
        reason.focus();
    }

    /** The list of defects is on the form once it is decided that there are some. */
    private static void mark(TaskView task, String field, String reason, AnswerForm decision) {
        if (!decision.model().isVisible("defects")) {
            var first = "1".equals(String.valueOf(task.values().get("round")));
            decision.answer("decision", first ? "CORRECT" : "CORRECT_AGAIN");
        }
        decision.append("defects", Map.of("field", field, "reason", reason));
    }
}
