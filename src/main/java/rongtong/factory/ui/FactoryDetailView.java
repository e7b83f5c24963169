package rongtong.factory.ui;

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
import java.util.UUID;
import rongtong.document.Documents;
import rongtong.document.ui.DocumentList;
import rongtong.factory.register.FactoryRegister;
import rongtong.factory.register.FactoryView;
import rongtong.shared.NotFound;
import rongtong.shared.Texts;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;

/** One factory of the register; the open tab stays in the address. */
@Route("factories/:id")
@PermitAll
class FactoryDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private enum Part {
        ASSETS,
        INCOMES,
        VALUES,
        ENTRIES,
        DOCUMENTS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final transient FactoryRegister register;
    private final transient FactoryParts parts;
    private final transient Documents documents;
    private final transient Texts texts;

    private final Div body = new Div();
    private String title = "";

    FactoryDetailView(FactoryRegister register, FactoryParts parts, Documents documents, Texts texts) {
        this.register = register;
        this.parts = parts;
        this.documents = documents;
        this.texts = texts;
        addClassName("page");
        body.addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var factory = register.get(parse(event.getRouteParameters().get("id").orElse("")));
        title = factory.row().name();
        removeAll();
        var back = new Anchor("factories", getTranslation("factory.page.back"));
        back.addClassName("page-back");
        add(
                back,
                new PageHeader(title).withLine(factory.row().number()),
                parts.alarms(factory),
                parts.facts(factory),
                tabs(factory, event.getLocation().getQueryParameters()),
                body);
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("factory", id);
        }
    }

    private Tabs tabs(FactoryView factory, QueryParameters query) {
        var tabs = new Tabs();
        for (var part : Part.values()) {
            var tab = new Tab(getTranslation("factory.tab." + part.word()));
            tab.setId("tab-" + part.word());
            tabs.add(tab);
        }
        tabs.addSelectedChangeListener(change -> {
            var part = Part.values()[tabs.getSelectedIndex()];
            show(factory, part);
            UI.getCurrent()
                    .getPage()
                    .getHistory()
                    .replaceState(
                            null,
                            new Location(
                                    "factories/" + factory.row().id(),
                                    QueryParameters.simple(Map.of("tab", part.word()))));
        });
        var wanted = query.getSingleParameter("tab").orElse("");
        for (var part : Part.values()) {
            if (part.word().equals(wanted) && part != Part.ASSETS) {
                tabs.setSelectedIndex(part.ordinal());
                return tabs;
            }
        }
        show(factory, Part.ASSETS);
        return tabs;
    }

    private void show(FactoryView factory, Part part) {
        body.removeAll();
        body.add(content(factory, part));
    }

    private Component content(FactoryView factory, Part part) {
        return switch (part) {
            case ASSETS -> parts.assets(factory);
            case INCOMES -> parts.incomes(factory);
            case VALUES -> parts.values(factory);
            case ENTRIES -> parts.entries(factory);
            case DOCUMENTS -> papers(factory);
        };
    }

    /** Documents of all cases of the factory that the person may see. */
    private Component papers(FactoryView factory) {
        var all = new Div();
        all.addClassName("stack");
        for (var entry : factory.entries()) {
            all.add(new Panel(
                    getTranslation("factory.kind." + entry.kind()),
                    new DocumentList(documents, texts, entry.caseId())));
        }
        for (var income : factory.incomes()) {
            all.add(new Panel(
                    getTranslation("factory.page.income-of", income.eventDate().toString()),
                    new DocumentList(documents, texts, income.caseId())));
        }
        return all;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
