package rongtong.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
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
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

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

    MainLayout(
            Languages languages,
            PersonLookup person,
            AuthenticationContext authentication,
            ObjectProvider<FramePart> parts,
            ObjectProvider<PersonMenu> personMenus) {
        this.languages = languages;
        this.authentication = authentication;
        addClassName("frame");
        var entries = MenuConfiguration.getMenuEntries();
        var bar = bar(!entries.isEmpty());
        bar.addComponentAsFirst(skip());
        parts.orderedStream().flatMap(part -> part.create().stream()).forEach(bar::add);
        bar.add(languageSwitch());
        bar.add(person.current()
                .map(profile ->
                        (Component) person(profile, personMenus.orderedStream().toList()))
                .orElseGet(this::login));
        addToNavbar(bar);
        if (entries.isEmpty()) {
            setDrawerOpened(false);
        } else {
            addToDrawer(new Scroller(menu(entries)));
        }
    }

    private Div bar(boolean withMenu) {
        var bar = new Div();
        bar.addClassName("frame-bar");
        if (withMenu) {
            var toggle = new DrawerToggle();
            toggle.setAriaLabel(getTranslation("ui.menu"));
            bar.add(toggle);
        }
        var space = new Span();
        space.addClassName("frame-space");
        bar.add(brand(), space);
        return bar;
    }

    /** Leads those who use the keyboard past the menu; seen only while it has the focus. */
    private Component skip() {
        var skip = new NativeButton(getTranslation("ui.skip"));
        skip.addClassName("frame-skip");
        skip.getElement().executeJs("""
                        this.addEventListener('click', () => {
                            const page = document.querySelector('vaadin-app-layout > :not([slot])');
                            if (page) {
                                page.tabIndex = -1;
                                page.focus();
                            }
                        });
                        """);
        return skip;
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

    /** Who is at work; opens the pages about the person and the way out. */
    private Component person(PersonAtWork.Profile profile, List<PersonMenu> menus) {
        var name = new Span(profile.name());
        name.addClassName("frame-person-name");
        var organization = new Span(profile.organization());
        organization.addClassName("frame-person-organization");
        var who = new Div(name, organization);
        who.addClassName("frame-who");
        var bar = new MenuBar();
        bar.addClassName("frame-account");
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        var words = profile.name() + " · " + profile.organization();
        var root = bar.addItem(new Div(who, VaadinIcon.USER.create()), words);
        root.setAriaLabel(words);
        menus.stream()
                .flatMap(menu -> menu.entries().stream())
                .forEach(entry -> root.getSubMenu()
                        .addItem(
                                getTranslation(entry.title()),
                                click -> UI.getCurrent().navigate(entry.address())));
        root.getSubMenu().addSeparator();
        root.getSubMenu().addItem(getTranslation("ui.logout"), click -> authentication.logout());
        return bar;
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
