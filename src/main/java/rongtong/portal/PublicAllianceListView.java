package rongtong.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import rongtong.alliance.register.AllianceFilter;
import rongtong.alliance.register.AllianceRow;
import rongtong.alliance.register.Register;
import rongtong.shared.PageRequest;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.PageHeader;

/** All founded alliances, for everybody. */
@Route(value = "public", layout = PublicLayout.class)
@AnonymousAllowed
class PublicAllianceListView extends Div implements HasDynamicTitle {

    private final transient Register register;
    private final TextField search = new TextField();
    private final PageHeader header = new PageHeader(getTranslation("portal.alliances"));
    private final Div list = new Div();

    PublicAllianceListView(Register register) {
        this.register = register;
        addClassName("page");
        list.addClassName("portal-list");
        search.addClassName("portal-search");
        search.setLabel(getTranslation("portal.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        add(header, search, list);
        show();
    }

    private void show() {
        var page = register.find(AllianceFilter.parse(null, null, search.getValue()), 0, PageRequest.LARGEST);
        header.withLine(getTranslation("portal.count", page.total()));
        list.removeAll();
        if (page.items().isEmpty()) {
            list.add(new EmptyState(getTranslation("portal.empty")));
        }
        page.items().forEach(row -> list.add(card(row)));
    }

    private Component card(AllianceRow row) {
        var title = new H2(new Anchor("public/alliances/" + row.number(), row.name()));
        title.addClassName("list-title");
        var line = new Paragraph(getTranslation(
                "portal.line",
                getTranslation("alliance.sector." + row.sector()),
                row.chairUnitName(),
                row.members(),
                Formats.day(row.foundedOn())));
        line.addClassName("list-line");
        var card = new Div(title, line);
        card.addClassNames("panel", "portal-card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portal.title");
    }
}
