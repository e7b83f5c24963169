package rongtong.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The frame around every page: menu on the left, name of the system, language and person above. */
@Layout
@AnonymousAllowed
class MainLayout extends AppLayout {

    private static final List<MenuGroup> GROUPS = List.of(
            new MenuGroup("ui.group.work", 100),
            new MenuGroup("ui.group.business", 200),
            new MenuGroup("ui.group.monitoring", 900),
            new MenuGroup("ui.group.administration", Double.MAX_VALUE));

    /** @param below entries whose order is below this and not in an earlier group */
    private record MenuGroup(String title, double below) {}

    private final transient Languages languages;
    private final transient AuthenticationContext authentication;

    MainLayout(Languages languages, PersonLookup person, AuthenticationContext authentication) {
        this.languages = languages;
        this.authentication = authentication;
        addClassName("frame");
        var entries = MenuConfiguration.getMenuEntries();
        addToNavbar(bar(person.current(), !entries.isEmpty()));
        if (entries.isEmpty()) {
            setDrawerOpened(false);
        } else {
            addToDrawer(new Scroller(menu(entries)));
        }
    }

    private Component bar(Optional<PersonAtWork.Profile> person, boolean withMenu) {
        var bar = new Div();
        bar.addClassName("frame-bar");
        if (withMenu) {
            var toggle = new DrawerToggle();
            toggle.setAriaLabel(getTranslation("ui.menu"));
            bar.add(toggle);
        }
        bar.add(brand());
        var right = new Div(languageSwitch());
        right.addClassName("frame-person");
        right.add(person.map(this::person).orElseGet(this::login));
        bar.add(right);
        return bar;
    }

    private Component brand() {
        var name = new Span(getTranslation("ui.brand"));
        name.addClassName("frame-name");
        var subtitle = new Span(getTranslation("ui.brand.subtitle"));
        subtitle.addClassName("frame-subtitle");
        var home = new Anchor("/", name, subtitle);
        home.addClassName("frame-brand");
        return home;
    }

    private Component languageSwitch() {
        var other = getLocale().getLanguage().equals("en") ? Languages.CHINESE : Languages.ENGLISH;
        var button = new Button(getTranslation("ui.other-language"), click -> {
            languages.choose(other);
            UI.getCurrent().getPage().reload();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.addClassName("frame-language");
        button.getElement().setAttribute("lang", other.toLanguageTag());
        return button;
    }

    private Component person(PersonAtWork.Profile profile) {
        var name = new Span(profile.name());
        name.addClassName("frame-person-name");
        var organization = new Span(profile.organization());
        organization.addClassName("frame-person-organization");
        var who = new Div(name, organization);
        who.addClassName("frame-who");
        who.setTitle(profile.name() + " · " + profile.organization());
        var logout =
                new Button(getTranslation("ui.logout"), VaadinIcon.SIGN_OUT.create(), click -> authentication.logout());
        logout.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        logout.addClassName("frame-logout");
        logout.setAriaLabel(getTranslation("ui.logout"));
        var part = new Div(who, logout);
        part.addClassName("frame-account");
        return part;
    }

    private Component login() {
        var link = new Anchor("/login", getTranslation("ui.login"));
        link.addClassName("frame-login");
        link.setRouterIgnore(true);
        return link;
    }

    private Component menu(List<MenuEntry> entries) {
        var groups =
                entries.stream().collect(Collectors.groupingBy(MainLayout::group, TreeMap::new, Collectors.toList()));
        var menu = new Nav();
        menu.addClassName("frame-menu");
        menu.setAriaLabel(getTranslation("ui.menu"));
        groups.forEach((group, members) -> {
            var part = new SideNav(getTranslation(GROUPS.get(group).title()));
            members.forEach(entry -> part.addItem(item(entry)));
            menu.add(part);
        });
        return menu;
    }

    private SideNavItem item(MenuEntry entry) {
        var item = new SideNavItem(getTranslation(entry.title()), entry.path());
        item.setMatchNested(!entry.path().isEmpty() && !entry.path().equals("/"));
        if (entry.icon() != null && entry.icon().startsWith("vaadin:")) {
            item.setPrefixComponent(new Icon("vaadin", entry.icon().substring("vaadin:".length())));
        }
        return item;
    }

    private static int group(MenuEntry entry) {
        double order = Objects.requireNonNullElse(entry.order(), 100.0);
        int group = 0;
        while (order >= GROUPS.get(group).below()) {
            group++;
        }
        return group;
    }
}
