package rongtong.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import rongtong.alliance.register.AllianceFilter;
import rongtong.alliance.register.AllianceRow;
import rongtong.alliance.register.Register;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;
import rongtong.ui.Formats;

/** All founded alliances, for everybody. */
@Route(value = "public", layout = PublicLayout.class)
@AnonymousAllowed
class PublicAllianceListView extends Composite<SearchedList<AllianceRow>> implements HasDynamicTitle {

    private final transient Register register;

    PublicAllianceListView(Register register) {
        this.register = register;
    }

    @Override
    protected SearchedList<AllianceRow> initContent() {
        return new SearchedList<>("portal.alliances", this::find, this::card);
    }

    private Page<AllianceRow> find(String text) {
        return register.find(AllianceFilter.parse(null, null, text), 0, PageRequest.LARGEST);
    }

    private Component card(AllianceRow row) {
        return SearchedList.card(
                "public/alliances/" + row.number(),
                row.name(),
                getTranslation(
                        "portal.alliances.card",
                        getTranslation("alliance.sector." + row.sector()),
                        row.chairUnitName(),
                        row.members(),
                        Formats.day(row.foundedOn())));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portal.title");
    }
}
