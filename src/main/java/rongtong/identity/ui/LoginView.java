package rongtong.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.web.WebAttributes;
import rongtong.identity.Account;
import rongtong.identity.AccountLocked;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.organization.Organizations;
import rongtong.shared.Demonstration;
import rongtong.shared.Message;
import rongtong.shared.Texts;
import rongtong.ui.Languages;

/** Where people log in. In a demonstration it shows the accounts that a newcomer needs, each a click away. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
@StyleSheet("login.css")
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** User names for a first look, in the order in which a founded alliance needs them. */
    private static final List<String> NEWCOMERS = List.of(
            "ln-iit.handler",
            "ln-hrss.handler",
            "ln-edu.handler",
            "ln-sti.handler",
            "ln-iit.leader",
            "school-4121010142",
            "ent-000410",
            "inst-001",
            "admin",
            "auditor");

    private final transient CurrentUser user;
    private final transient Accounts accounts;
    private final transient Organizations organizations;
    private final transient Demonstration demonstration;
    private final transient Texts texts;
    private final transient Languages languages;

    private final LoginForm form = new LoginForm();

    LoginView(
            CurrentUser user,
            Accounts accounts,
            Organizations organizations,
            Demonstration demonstration,
            Texts texts,
            Languages languages) {
        this.user = user;
        this.accounts = accounts;
        this.organizations = organizations;
        this.demonstration = demonstration;
        this.texts = texts;
        this.languages = languages;
        addClassName("login");
        configureForm(Message.of("identity.wrong-credentials"));
        var side = new Div(languageSwitch(), form);
        side.addClassName("login-side");
        if (demonstration.isOn()) {
            side.add(demonstrationAccounts());
        }
        side.add(publicPages());
        add(welcome(), side);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (user.isPresent()) {
            event.forwardTo("");
            return;
        }
        if (event.getLocation().getQueryParameters().getParameters().containsKey("error")) {
            configureForm(whyRefused());
            form.setError(true);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identity.login.title");
    }

    private Component welcome() {
        var points = new UnorderedList();
        for (var key : List.of("identity.login.point-1", "identity.login.point-2", "identity.login.point-3")) {
            points.add(new ListItem(getTranslation(key)));
        }
        var name = new H1(getTranslation("identity.login.name"));
        var subtitle = new Paragraph(getTranslation("identity.login.subtitle"));
        var welcome = new Div(name, subtitle, points);
        welcome.addClassName("login-welcome");
        return welcome;
    }

    private void configureForm(Message refusal) {
        var words = LoginI18n.createDefault();
        var fields = words.getForm();
        fields.setTitle(getTranslation("identity.login.title"));
        fields.setUsername(getTranslation("identity.login.username"));
        fields.setPassword(getTranslation("identity.login.password"));
        fields.setSubmit(getTranslation("identity.login.submit"));
        var refused = words.getErrorMessage();
        refused.setTitle(getTranslation("identity.login.refused"));
        refused.setMessage(texts.in(getLocale(), refusal));
        refused.setUsername(getTranslation("identity.login.username-missing"));
        refused.setPassword(getTranslation("identity.login.password-missing"));
        form.setI18n(words);
        form.getElement().executeJs("""
                        customElements.whenDefined('vaadin-login-form')
                            .then(() => this.updateComplete)
                            .then(() => this.querySelector('vaadin-password-field').i18n = {reveal: $0});
                        """, getTranslation("identity.login.reveal"));
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
    }

    /** Spring Security leaves in the session why it refused. */
    private static Message whyRefused() {
        var session = Optional.ofNullable(VaadinService.getCurrentRequest().getWrappedSession(false));
        var refused = session.map(known -> known.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION));
        return switch (refused.orElse(null)) {
            case AccountLocked locked -> locked.explanation();
            case DisabledException disabled -> Message.of("identity.disabled");
            case null, default -> Message.of("identity.wrong-credentials");
        };
    }

    private Component languageSwitch() {
        var other = getLocale().getLanguage().equals("en") ? Languages.CHINESE : Languages.ENGLISH;
        var button = new Button(getTranslation("ui.other-language"), click -> {
            languages.choose(other);
            UI.getCurrent().getPage().reload();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.addClassName("login-language");
        button.getElement().setAttribute("lang", other.toLanguageTag());
        return button;
    }

    private Component demonstrationAccounts() {
        var title = new H2(getTranslation("identity.login.demonstration"));
        var password = new Span(demonstration.password());
        password.addClassName("login-password");
        var hint = new Paragraph(new Span(getTranslation("identity.login.demonstration.hint") + " "), password);
        var list = new Div();
        list.addClassName("login-accounts");
        NEWCOMERS.forEach(username -> list.add(account(accounts.get(username))));
        var part = new Div(title, hint, list);
        part.addClassName("login-demonstration");
        return part;
    }

    private Component account(Account account) {
        var roles = account.roles().stream()
                .map(role -> getTranslation("identity.role." + role))
                .collect(Collectors.joining(", "));
        var who = new Span(
                account.roles().contains(Role.ADMINISTRATOR) || account.roles().contains(Role.AUDITOR)
                        ? roles
                        : organizations.name(account.organization()) + " · " + roles);
        var name = new Span(account.username());
        name.addClassName("login-account-name");
        var button = new Button(new Div(who, name), click -> fillIn(account.username()));
        button.addClassName("login-account");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    /** The fields lie in the light DOM of the login form; nothing is sent before the person submits. */
    private void fillIn(String username) {
        form.getElement().executeJs("""
                        this.querySelector('vaadin-text-field').value = $0;
                        this.querySelector('vaadin-password-field').value = $1;
                        """, username, demonstration.password());
    }

    private Component publicPages() {
        var link = new Anchor("public", getTranslation("identity.login.public"));
        link.addClassName("login-public");
        return link;
    }
}
