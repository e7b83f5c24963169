package rongtong.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import rongtong.identity.CurrentUser;
import rongtong.identity.MailDelivery;
import rongtong.identity.Profiles;
import rongtong.identity.Profiles.Profile;
import rongtong.organization.Organizations;
import rongtong.shared.Listed;
import rongtong.shared.RuleViolation;
import rongtong.shared.Texts;
import rongtong.ui.Facts;
import rongtong.ui.Languages;
import rongtong.ui.Notices;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;

/** What the system knows of the person at work, and what the person decides: language and mail. */
@Route("profile")
@PermitAll
class ProfileView extends Div implements HasDynamicTitle {

    private final transient Profiles profiles;
    private final transient Languages languages;
    private final transient Texts texts;

    private final RadioButtonGroup<Locale> language = new RadioButtonGroup<>();
    private final EmailField mail = new EmailField();
    private final RadioButtonGroup<MailDelivery> delivery = new RadioButtonGroup<>();

    ProfileView(
            CurrentUser user,
            Organizations organizations,
            Profiles profiles,
            Languages languages,
            Texts texts,
            @Value("${spring.mail.host:}") String mailServer) {
        this.profiles = profiles;
        this.languages = languages;
        this.texts = texts;
        addClassNames("page", "page-narrow");
        add(
                new PageHeader(getTranslation("identity.profile.title")),
                new Panel(getTranslation("identity.profile.account"), account(user, organizations), ways()),
                new Panel(getTranslation("identity.profile.preferences"), preferences(!mailServer.isBlank())));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identity.profile.title");
    }

    private Component account(CurrentUser user, Organizations organizations) {
        var roles = Listed.of(user.roles().stream()
                .sorted()
                .map(role -> getTranslation("identity.role." + role))
                .toList());
        return new Facts()
                .with(getTranslation("identity.profile.name"), user.displayName())
                .with(getTranslation("identity.login.username"), user.username())
                .with(getTranslation("identity.profile.organization"), organizations.name(user.organization()))
                .with(getTranslation("identity.profile.roles"), roles);
    }

    private Component ways() {
        var ways = new Div(
                new Anchor("password", getTranslation("identity.password.title")),
                new Anchor("tokens", getTranslation("identity.tokens.title")));
        ways.addClassName("profile-ways");
        return ways;
    }

    private Component preferences(boolean mailServer) {
        var profile = profiles.mine();
        language.setLabel(getTranslation("identity.profile.language"));
        language.setItems(List.of(Languages.CHINESE, Languages.ENGLISH));
        language.setItemLabelGenerator(each -> getTranslation("identity.profile.language." + each.getLanguage()));
        language.setValue(profile.locale().equals("en") ? Languages.ENGLISH : Languages.CHINESE);
        mail.setLabel(getTranslation("identity.profile.mail"));
        mail.setClearButtonVisible(true);
        mail.setValue(profile.mail());
        mail.setI18n(new EmailField.EmailFieldI18n().setPatternErrorMessage(getTranslation("identity.mail-wrong")));
        delivery.setLabel(getTranslation("identity.profile.delivery"));
        delivery.setItems(MailDelivery.values());
        delivery.setItemLabelGenerator(each -> getTranslation("identity.profile.delivery." + each));
        delivery.setValue(profile.delivery());
        var save = new Button(getTranslation("ui.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var part = new Div(language, mail, delivery);
        part.addClassName("profile-fields");
        if (!mailServer) {
            var hint = new Paragraph(getTranslation("identity.profile.no-mail-server"));
            hint.addClassName("hint");
            part.add(hint);
        }
        part.add(save);
        return part;
    }

    private void save() {
        mail.setInvalid(false);
        var chosen = language.getValue();
        try {
            profiles.change(new Profile(
                    mail.getValue(), delivery.getValue(), chosen.equals(Languages.ENGLISH) ? "en" : "zh-CN"));
        } catch (RuleViolation no) {
            mail.setErrorMessage(texts.in(getLocale(), no.explanation()));
            mail.setInvalid(true);
            mail.focus();
            return;
        }
        Notices.done(getTranslation("identity.profile.saved"));
        if (!chosen.getLanguage().equals(getLocale().getLanguage())) {
            languages.choose(chosen);
            UI.getCurrent().getPage().reload();
        }
    }
}
