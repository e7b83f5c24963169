package rongtong.portal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import rongtong.alliance.register.Register;
import rongtong.alliance.ui.AllianceParts;
import rongtong.ui.PageHeader;

/** One alliance, for everybody: members, council units, charter, results of votes. */
@Route(value = "public/alliances/:number", layout = PublicLayout.class)
@AnonymousAllowed
class PublicAllianceDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Register register;
    private final transient AllianceParts parts;

    private String title = "";

    PublicAllianceDetailView(Register register, AllianceParts parts) {
        this.register = register;
        this.parts = parts;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var alliance =
                register.publicView(event.getRouteParameters().get("number").orElse(""));
        title = alliance.row().name();
        removeAll();
        var back = new Anchor("public", getTranslation("portal.back"));
        back.addClassName("page-back");
        add(
                new Div(back, new PageHeader(title).withLine(alliance.row().number())),
                parts.facts(alliance.row()),
                parts.members(alliance),
                parts.council(alliance),
                parts.resolutions(alliance),
                parts.charters(alliance));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
