package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import rongtong.ui.Badge;
import rongtong.ui.EmptyState;
import rongtong.ui.PageHeader;
import rongtong.workflow.ServiceView;
import rongtong.workflow.Services;

/** The services hall: what the person may start for their organisation. */
@Route("services")
@PermitAll
@Menu(title = "desk.services", order = 20, icon = "vaadin:clipboard-text")
class ServiceListView extends Div implements HasDynamicTitle {

    ServiceListView(Services services) {
        addClassName("page");
        var startable = services.startable();
        var header = new PageHeader(getTranslation("desk.services"));
        add(header);
        if (startable.isEmpty()) {
            add(new EmptyState(
                    getTranslation("desk.services.empty"), new Anchor("tasks", getTranslation("desk.tasks"))));
            return;
        }
        header.withLine(getTranslation(
                "desk.services.line",
                startable.stream().filter(service -> service.refusal() == null).count()));
        var cards = new Div(startable.stream().map(this::card).toArray(Component[]::new));
        cards.addClassName("cards");
        add(cards);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("desk.services");
    }

    private Component card(ServiceView service) {
        var facts = new Span(getTranslation(
                "desk.services.facts", service.steps().size(), service.clauses().size()));
        facts.addClassNames("muted", "small");
        var card = new Anchor("services/" + service.key());
        card.add(new H2(service.name()), new Paragraph(service.summary()), facts);
        card.addClassName("service-card");
        if (service.refusal() != null) {
            card.add(new Badge(getTranslation("desk.service.refused"), Badge.Tone.WARNING));
        }
        return card;
    }
}
