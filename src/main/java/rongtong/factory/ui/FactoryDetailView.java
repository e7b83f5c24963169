package rongtong.factory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import rongtong.document.Documents;
import rongtong.document.ui.DocumentList;
import rongtong.factory.register.FactoryRegister;
import rongtong.factory.register.FactoryView;
import rongtong.shared.NotFound;
import rongtong.shared.Texts;
import rongtong.ui.AddressTabs;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;

/** One factory of the register; the open tab stays in the address. */
@Route("factories/:id")
@PermitAll
class FactoryDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient FactoryRegister register;
    private final transient FactoryParts parts;
    private final transient Documents documents;
    private final transient Texts texts;

    private String title = "";

    FactoryDetailView(FactoryRegister register, FactoryParts parts, Documents documents, Texts texts) {
        this.register = register;
        this.parts = parts;
        this.documents = documents;
        this.texts = texts;
        addClassName("page");
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
                tabs(factory).open(event.getLocation().getQueryParameters()));
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("factory", id);
        }
    }

    private AddressTabs tabs(FactoryView factory) {
        return new AddressTabs("factories/" + factory.row().id())
                .with("assets", getTranslation("factory.tab.assets"), () -> parts.assets(factory))
                .with("incomes", getTranslation("factory.tab.incomes"), () -> parts.incomes(factory))
                .with("values", getTranslation("factory.tab.values"), () -> parts.values(factory))
                .with("entries", getTranslation("factory.tab.entries"), () -> parts.entries(factory))
                .with("documents", getTranslation("factory.tab.documents"), () -> papers(factory));
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
