package rongtong.workflow.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import rongtong.identity.Account;
import rongtong.ui.OnceButton;
import rongtong.workflow.SignPosition;

/** Asks who is to give an opinion beside a task, when, and on what. */
class SignDialog extends Dialog {

    /** Takes what was chosen. */
    @FunctionalInterface
    interface Request extends Serializable {
        void make(SignPosition position, List<String> usernames, String question);
    }

    private final RadioButtonGroup<SignPosition> position = new RadioButtonGroup<>();
    private final MultiSelectComboBox<String> people = new MultiSelectComboBox<>();
    private final TextArea question = new TextArea();

    /** @param longest characters that the question may have */
    SignDialog(List<Account> concerned, int longest, Request request) {
        setHeaderTitle(getTranslation("desk.task.add-sign"));
        setWidth("34rem");
        position.setLabel(getTranslation("desk.sign.position"));
        position.setItems(SignPosition.values());
        position.setItemLabelGenerator(
                choice -> getTranslation("desk.sign." + choice) + getTranslation("desk.sign." + choice + ".do"));
        position.setValue(SignPosition.BEFORE);
        position.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        var names = new LinkedHashMap<String, String>();
        concerned.forEach(person -> names.put(person.username(), person.displayName()));
        people.setLabel(getTranslation("desk.sign.people"));
        people.setItems(names.keySet());
        people.setItemLabelGenerator(username -> names.get(username) + " (" + username + ")");
        people.setRequiredIndicatorVisible(true);
        people.setWidthFull();
        question.setLabel(getTranslation("desk.sign.question"));
        question.setMaxLength(longest);
        question.setMinRows(2);
        question.setWidthFull();
        add(position, people, question);
        var confirm = new OnceButton(getTranslation("desk.task.add-sign"), () -> run(request));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), confirm);
    }

    private void run(Request request) {
        if (people.isEmpty()) {
            people.setInvalid(true);
            people.setErrorMessage(getTranslation("desk.sign.nobody"));
            return;
        }
        request.make(
                position.getValue(),
                List.copyOf(people.getValue()),
                question.getValue().strip());
        close();
    }
}
