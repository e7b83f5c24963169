package rongtong.selection.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.stream.Collectors;
import rongtong.ledger.FieldOfWork;
import rongtong.ledger.Fields;
import rongtong.organization.Organizations;
import rongtong.selection.panel.Expert;
import rongtong.selection.panel.ExpertPool;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.Texts;
import rongtong.ui.Notices;

/** What the pool says of one expert, and the expert's ties. */
class ExpertDialog extends Dialog {

    private static final int MOST_FIELDS = 500;
    private static final int LONGEST_TITLE = 200;

    private final transient ExpertPool pool;
    private final transient Texts texts;
    private final transient Expert expert;
    private final SerializableRunnable saved;

    private final MultiSelectComboBox<FieldOfWork> knows = new MultiSelectComboBox<>();
    private final TextField title = new TextField();
    private final IntegerField greatestLoad = new IntegerField();
    private final Checkbox active = new Checkbox();

    /** @param saved called after a change */
    ExpertDialog(
            ExpertPool pool,
            Organizations organizations,
            Fields fields,
            Texts texts,
            Expert expert,
            SerializableRunnable saved) {
        this.pool = pool;
        this.texts = texts;
        this.expert = expert;
        this.saved = saved;
        boolean mayEdit = pool.kept().contains(expert.province());
        setHeaderTitle(expert.name());
        setWidth("40rem");
        var all = fields.find(null, "", 0, MOST_FIELDS).items();
        knows.setLabel(getTranslation("selection.panel.fields"));
        knows.setItems(all);
        knows.setItemLabelGenerator(FieldOfWork::name);
        knows.setValue(all.stream()
                .filter(field -> expert.fields().contains(field.code()))
                .collect(Collectors.toSet()));
        knows.setWidthFull();
        knows.setReadOnly(!mayEdit);
        title.setLabel(getTranslation("selection.panel.title"));
        title.setValue(expert.title());
        title.setMaxLength(LONGEST_TITLE);
        title.setReadOnly(!mayEdit);
        greatestLoad.setLabel(getTranslation("selection.panel.greatest-load"));
        greatestLoad.setHelperText(getTranslation("selection.panel.greatest-load.help"));
        greatestLoad.setValue(expert.greatestLoad());
        greatestLoad.setReadOnly(!mayEdit);
        active.setLabel(getTranslation("selection.panel.active.label"));
        active.setValue(expert.active());
        active.setReadOnly(!mayEdit);
        var form = new Div(knows, title, greatestLoad, active);
        form.addClassName("dialog-form");
        add(new Paragraph(organizations.name(expert.organization())), form);
        if (isInPool()) {
            add(new RelationsPanel(pool, organizations, expert.username(), mayEdit));
        }
        getFooter().add(new Button(getTranslation(mayEdit ? "ui.cancel" : "ui.close"), click -> close()));
        if (mayEdit) {
            var save = new Button(getTranslation("ui.save"), click -> save());
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            getFooter().add(save);
        }
    }

    private boolean isInPool() {
        try {
            pool.get(expert.username());
            return true;
        } catch (NotFound newcomer) {
            return false;
        }
    }

    private void save() {
        knows.setInvalid(false);
        greatestLoad.setInvalid(false);
        try {
            pool.save(new Expert(
                    expert.username(),
                    expert.name(),
                    expert.organization(),
                    expert.province(),
                    knows.getValue().stream().map(FieldOfWork::code).sorted().toList(),
                    title.getValue(),
                    greatestLoad.getValue(),
                    active.getValue()));
        } catch (RuleViolation no) {
            no.fields().forEach(error -> {
                var words = texts.in(getLocale(), error.message());
                if (error.field().equals("fields")) {
                    knows.setErrorMessage(words);
                    knows.setInvalid(true);
                } else {
                    greatestLoad.setErrorMessage(words);
                    greatestLoad.setInvalid(true);
                }
            });
            return;
        }
        close();
        Notices.done(getTranslation("selection.panel.saved", expert.name()));
        saved.run();
    }
}
