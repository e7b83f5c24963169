package rongtong.selection.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import rongtong.selection.round.RoundView;
import rongtong.selection.round.RoundViews;
import rongtong.shared.NotFound;
import rongtong.ui.AddressTabs;
import rongtong.ui.PageHeader;

/** One round of a programme: where it stands, its window by the server's clock, and for those inside all the rest. */
@Route("programmes/:key/rounds/:id")
@PermitAll
class RoundDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient RoundViews rounds;
    private final transient RoundParts parts;

    private String title = "";

    RoundDetailView(RoundViews rounds, RoundParts parts) {
        this.rounds = rounds;
        this.parts = parts;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var key = event.getRouteParameters().get("key").orElse("");
        var round = rounds.get(key, id(event.getRouteParameters().get("id").orElse("")));
        title = round.title();
        removeAll();
        var back = new Anchor("programmes/" + key, getTranslation("selection.round.back"));
        back.addClassName("page-back");
        var header = new PageHeader(title).withLine(round.organName());
        header.addAction(parts.status(round));
        add(back, header, parts.standing(round), parts.window(round));
        if (round.counts() != null) {
            add(tabs(key, round).open(event.getLocation().getQueryParameters()));
        }
    }

    private AddressTabs tabs(String key, RoundView round) {
        var tabs = new AddressTabs(RoundNavigation.address(key, round.id()))
                .with("applications", getTranslation("selection.round.tab.applications"), () -> parts.counts(round));
        if (parts.showsPanels(round)) {
            tabs.with("panels", getTranslation("selection.panel.progress"), () -> parts.panels(round));
        }
        return tabs.with("decisions", getTranslation("selection.round.tab.decisions"), () -> parts.decisions(round))
                .with("messages", getTranslation("selection.round.tab.messages"), () -> parts.messages(round))
                .with("documents", getTranslation("selection.round.tab.documents"), () -> parts.documents(round));
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
        return title;
    }
}
