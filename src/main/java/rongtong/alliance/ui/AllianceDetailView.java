package rongtong.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.Map;
import rongtong.alliance.register.AllianceView;
import rongtong.alliance.register.Register;
import rongtong.document.Documents;
import rongtong.document.ui.DocumentList;
import rongtong.shared.Texts;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;

/** One alliance of the register; the open tab stays in the address. */
@Route("alliances/:number")
@PermitAll
class AllianceDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private enum Part {
        MEMBERS,
        COUNCIL,
        CHARTER,
        RESOLUTIONS,
        DOCUMENTS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final transient Register register;
    private final transient AllianceParts parts;
    private final transient Documents documents;
    private final transient Texts texts;

    private final Div body = new Div();
    private String title = "";

    AllianceDetailView(Register register, AllianceParts parts, Documents documents, Texts texts) {
        this.register = register;
        this.parts = parts;
        this.documents = documents;
        this.texts = texts;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var alliance = register.get(event.getRouteParameters().get("number").orElse(""));
        title = alliance.row().name();
        removeAll();
        var back = new Anchor("alliances", getTranslation("alliance.page.back"));
        back.addClassName("page-back");
        add(
                back,
                new PageHeader(title).withLine(alliance.row().number()),
                parts.facts(alliance.row()),
                tabs(alliance, event.getLocation().getQueryParameters()),
                body);
    }

    private Tabs tabs(AllianceView alliance, QueryParameters query) {
        var tabs = new Tabs();
        for (var part : Part.values()) {
            var tab = new Tab(getTranslation("alliance.tab." + part.word()));
            tab.setId("tab-" + part.word());
            tabs.add(tab);
        }
        tabs.addSelectedChangeListener(change -> {
            var part = Part.values()[tabs.getSelectedIndex()];
            show(alliance, part);
            UI.getCurrent()
                    .getPage()
                    .getHistory()
                    .replaceState(
                            null,
                            new Location(
                                    "alliances/" + alliance.row().number(),
                                    QueryParameters.simple(Map.of("tab", part.word()))));
        });
        var wanted = query.getSingleParameter("tab").orElse("");
        for (var part : Part.values()) {
            if (part.word().equals(wanted) && part != Part.MEMBERS) {
                tabs.setSelectedIndex(part.ordinal());
                return tabs;
            }
        }
        show(alliance, Part.MEMBERS);
        return tabs;
    }

    private void show(AllianceView alliance, Part part) {
        body.removeAll();
        body.add(content(alliance, part));
    }

    private Component content(AllianceView alliance, Part part) {
        return switch (part) {
            case MEMBERS -> parts.members(alliance);
            case COUNCIL -> parts.council(alliance);
            case CHARTER -> parts.charters(alliance);
            case RESOLUTIONS -> parts.resolutions(alliance);
            case DOCUMENTS ->
                new Panel(
                        getTranslation("alliance.tab.documents"),
                        new DocumentList(documents, texts, alliance.row().caseId()));
        };
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
