package rongtong.selection.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.UUID;
import rongtong.organization.Organizations;
import rongtong.selection.panel.PanelOversight;
import rongtong.selection.programme.Programmes;
import rongtong.shared.NotFound;
import rongtong.ui.PageHeader;

/** How far the experts of a round are, for the convening department. */
@Route("rounds/:round/panels")
@PermitAll
class PanelProgressView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient PanelOversight oversight;
    private final transient Programmes programmes;
    private final transient Organizations organizations;
    private final transient Clock clock;

    PanelProgressView(PanelOversight oversight, Programmes programmes, Organizations organizations, Clock clock) {
        this.oversight = oversight;
        this.programmes = programmes;
        this.organizations = organizations;
        this.clock = clock;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var round = oversight.requireVisible(event.getRouteParameters()
                .get("round")
                .map(PanelProgressView::id)
                .orElseThrow());
        var back = new Anchor(RoundNavigation.address(round.programme(), round.caseId()), round.title());
        back.addClassName("page-back");
        add(
                back,
                new PageHeader(getTranslation("selection.panel.progress")).withLine(round.title()),
                new PanelProgress(oversight, programmes, organizations, clock, round));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("round", text);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("selection.panel.progress");
    }
}
