package rongtong.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import rongtong.ledger.Ledgers;
import rongtong.shared.RuleViolation;
import rongtong.shared.Texts;
import rongtong.ui.DayPicker;

/** Asks for a survey on which a ledger rests. */
class SurveyDialog extends Dialog {

    private final transient Ledgers ledgers;
    private final transient Texts texts;
    private final UUID ledger;
    private final SerializableRunnable saved;

    private final TextField title = new TextField();
    private final DatePicker date = new DayPicker();
    private final TextField method = new TextField();
    private final IntegerField sample = new IntegerField();
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    SurveyDialog(UUID ledger, Ledgers ledgers, Texts texts, SerializableRunnable saved) {
        this.ledger = ledger;
        this.ledgers = ledgers;
        this.texts = texts;
        this.saved = saved;
        setHeaderTitle(getTranslation("ledger.pages.survey.add"));
        setWidth("32rem");
        name("title", title);
        name("date", date);
        name("method", method);
        name("sample", sample);
        var rows = new Div(title, date, method, sample);
        rows.addClassName("entry-fields");
        add(rows);
        var confirm = new Button(getTranslation("ledger.pages.save"), click -> save());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), confirm);
    }

    private <C extends Component & HasValidation & HasLabel> void name(String component, C input) {
        input.setLabel(getTranslation("ledger.pages.survey." + component));
        fields.put(component, input);
    }

    private void save() {
        fields.values().forEach(each -> each.setInvalid(false));
        try {
            ledgers.saveSurvey(ledger, title.getValue(), date.getValue(), method.getValue(), sample.getValue());
            close();
            saved.run();
        } catch (RuleViolation violation) {
            if (violation.fields().isEmpty()) {
                throw violation;
            }
            violation.fields().forEach(error -> {
                var input = fields.get(error.field());
                if (input != null) {
                    input.setErrorMessage(texts.of(error.message()));
                    input.setInvalid(true);
                }
            });
        }
    }
}
