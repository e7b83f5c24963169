package rongtong.selection.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import rongtong.selection.application.ApplicationSearch;
import rongtong.selection.programme.Programmes;
import rongtong.selection.round.Round;
import rongtong.selection.round.RoundAccess;
import rongtong.selection.round.Rounds;
import rongtong.shared.NotFound;
import rongtong.ui.PageHeader;

/** The applications of a round on a page of their own. */
@Route("programmes/:key/rounds/:round/applications")
@PermitAll
class ApplicationListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Rounds rounds;
    private final transient RoundAccess access;
    private final transient Programmes programmes;
    private final transient ApplicationSearch search;

    private String title = "";

    ApplicationListView(Rounds rounds, RoundAccess access, Programmes programmes, ApplicationSearch search) {
        this.rounds = rounds;
        this.access = access;
        this.programmes = programmes;
        this.search = search;
        addClassNames("page", "page-full");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var key = event.getRouteParameters().get("key").orElse("");
        var round = round(event.getRouteParameters().get("round").orElse(""));
        if (!round.programme().equals(key)) {
            throw new NotFound("round", round.caseId());
        }
        access.requireVisible(round);
        title = getTranslation("selection.list.title") + " · " + round.title();
        var back = new Anchor("programmes/" + key + "/rounds/" + round.caseId(), round.title());
        back.addClassName("page-back");
        removeAll();
        add(
                new Div(back, new PageHeader(getTranslation("selection.list.title")).withLine(round.title())),
                new ApplicationList(search, programmes.get(round.programme(), round.version()), round));
    }

    private Round round(String id) {
        try {
            return rounds.get(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            throw new NotFound("round", id);
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
