package rongtong.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import rongtong.alliance.register.AllianceView;
import rongtong.alliance.register.Register;
import rongtong.document.Documents;
import rongtong.document.ui.DocumentList;
import rongtong.shared.Texts;
import rongtong.ui.AddressTabs;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;

/** One alliance of the register; the open tab stays in the address. */
@Route("alliances/:number")
@PermitAll
class AllianceDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Register register;
    private final transient AllianceParts parts;
    private final transient Documents documents;
    private final transient Texts texts;

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
                new Div(back, new PageHeader(title).withLine(alliance.row().number())),
                parts.facts(alliance.row()),
                tabs(alliance).open(event.getLocation().getQueryParameters()));
    }

    private AddressTabs tabs(AllianceView alliance) {
        return new AddressTabs("alliances/" + alliance.row().number())
                .with("members", getTranslation("alliance.tab.members"), () -> parts.members(alliance))
                .with("council", getTranslation("alliance.tab.council"), () -> parts.council(alliance))
                .with("charter", getTranslation("alliance.tab.charter"), () -> parts.charters(alliance))
                .with("resolutions", getTranslation("alliance.tab.resolutions"), () -> parts.resolutions(alliance))
                .with("documents", getTranslation("alliance.tab.documents"), () -> papers(alliance));
    }

    private Component papers(AllianceView alliance) {
        return new Panel(
                getTranslation("alliance.tab.documents"),
                new DocumentList(documents, texts, alliance.row().caseId()));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
