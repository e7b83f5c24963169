package rongtong.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import rongtong.ui.Languages;

/** The frame of public pages: name, language, the way to log in. */
@AnonymousAllowed
@StyleSheet("portal.css")
class PublicLayout extends Div implements RouterLayout {

    private final transient Languages languages;
    private final Main main = new Main();

    PublicLayout(Languages languages) {
        this.languages = languages;
        addClassName("portal");
        main.addClassName("portal-main");
        var foot = new Footer(new Span(getTranslation("portal.footer")));
        foot.addClassName("portal-foot");
        add(head(), main, foot);
    }

    private Component head() {
        var name = new Span(getTranslation("ui.brand"));
        name.addClassName("frame-name");
        var subtitle = new Span(getTranslation("portal.title"));
        subtitle.addClassName("frame-subtitle");
        var home = new Anchor("public", name, subtitle);
        home.addClassName("frame-brand");
        var other = getLocale().getLanguage().equals("en") ? Languages.CHINESE : Languages.ENGLISH;
        var language = new Button(getTranslation("ui.other-language"), click -> {
            languages.choose(other);
            UI.getCurrent().getPage().reload();
        });
        language.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        language.addClassName("frame-language");
        var login = new Anchor("/login", getTranslation("ui.login"));
        login.addClassName("frame-login");
        login.setRouterIgnore(true);
        var ways = new Nav(
                new Anchor("public", getTranslation("portal.alliances.link")),
                new Anchor("public/programmes", getTranslation("portal.programmes")),
                new Anchor("public/notices", getTranslation("portal.notices")),
                new Anchor("public/pilots", getTranslation("selection.register.public.link")),
                new Anchor("verify", getTranslation("portal.verify")));
        ways.addClassName("portal-ways");
        var right = new Div(language, login);
        right.addClassName("frame-person");
        var bar = new Div(home, ways, right);
        bar.addClassName("frame-bar");
        var head = new Header(bar);
        head.addClassName("portal-head");
        return head;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }
}
