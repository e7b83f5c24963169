package rongtong.identity.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import rongtong.identity.Passwords;
import rongtong.shared.RuleViolation;
import rongtong.shared.Texts;

/** Where people change their own password; whoever logged in with a one-time password gets no further before. */
@Route("password")
@PermitAll
@StyleSheet("login.css")
class PasswordView extends Main implements HasDynamicTitle {

    private final transient Passwords passwords;
    private final transient Texts texts;

    private final PasswordField present = field("identity.password.present", "current-password");
    private final PasswordField next = field("identity.password.next", "new-password");
    private final PasswordField again = field("identity.password.again", "new-password");

    PasswordView(Passwords passwords, Texts texts) {
        this.passwords = passwords;
        this.texts = texts;
        addClassName("password");
        add(new H1(getTranslation("identity.password.title")));
        if (passwords.mustBeChanged()) {
            add(new Paragraph(getTranslation("identity.password.first")));
        }
        var save = new Button(getTranslation("identity.password.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
        add(present, next, again, save);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identity.password.title");
    }

    private PasswordField field(String label, String autocomplete) {
        var field = new PasswordField(getTranslation(label));
        field.getElement().setAttribute("autocomplete", autocomplete);
        field.getElement().executeJs("this.i18n = {reveal: $0}", getTranslation("identity.login.reveal"));
        return field;
    }

    private void save() {
        var fields = Map.of("present", present, "next", next);
        fields.values().forEach(field -> field.setInvalid(false));
        again.setInvalid(false);
        if (!next.getValue().equals(again.getValue())) {
            again.setErrorMessage(getTranslation("identity.password.differ"));
            again.setInvalid(true);
            return;
        }
        try {
            passwords.change(present.getValue(), next.getValue());
        } catch (RuleViolation no) {
            no.fields().forEach(error -> {
                var field = fields.get(error.field());
                if (field != null) {
                    field.setErrorMessage(texts.in(getLocale(), error.message()));
                    field.setInvalid(true);
                }
            });
            return;
        }
        Notification.show(getTranslation("identity.password.saved"));
        getUI().ifPresent(ui -> ui.navigate(""));
    }
}
