package rongtong.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.Retirements;
import rongtong.selection.round.Round;
import rongtong.selection.round.RoundStatus;
import rongtong.selection.round.Rounds;
import rongtong.selection.ui.ProgrammeParts;
import rongtong.shared.NotFound;
import rongtong.ui.Formats;
import rongtong.ui.PageHeader;

/** One programme, for everybody: conditions, criteria with weights, and the call while applications are received. */
@Route(value = "public/programmes/:key", layout = PublicLayout.class)
@AnonymousAllowed
class PublicProgrammeDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Programmes programmes;
    private final transient Retirements retirements;
    private final transient ProgrammeParts parts;
    private final transient Rounds rounds;
    private final transient Clock clock;

    private String title = "";

    PublicProgrammeDetailView(
            Programmes programmes, Retirements retirements, ProgrammeParts parts, Rounds rounds, Clock clock) {
        this.programmes = programmes;
        this.retirements = retirements;
        this.parts = parts;
        this.rounds = rounds;
        this.clock = clock;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var key = event.getRouteParameters().get("key").orElse("");
        var programme = programmes.published(key).orElseThrow(() -> new NotFound("programme", key));
        title = programme.name(getLocale());
        removeAll();
        var back = new Anchor("public/programmes", getTranslation("portal.programmes.back"));
        back.addClassName("page-back");
        add(back, new PageHeader(title).withLine(parts.line(programme)));
        retirements.of(key).map(parts::retired).ifPresent(this::add);
        // what is still countersigned, or was cancelled before it was issued, concerns nobody outside
        var issued = rounds.of(key).stream()
                .filter(round -> round.status() != RoundStatus.PREPARED)
                .filter(round -> round.status() != RoundStatus.CANCELLED || round.document() != null)
                .toList();
        issued.stream().filter(round -> round.receives(clock.instant())).forEach(round -> add(call(programme, round)));
        add(parts.publicPart(programme), parts.rounds(issued, null));
    }

    private Component call(Programme programme, Round round) {
        // the login lies on the way for whoever needs it
        var apply = new Anchor(
                "/" + ProgrammeParts.applicationAddress(programme), getTranslation("portal.programmes.log-in"));
        apply.setRouterIgnore(true);
        var document = round.document() == null ? "" : " · " + round.document();
        var call = new Div(
                new Paragraph(getTranslation("portal.programmes.open", round.title(), Formats.moment(round.closesAt()))
                        + document),
                new Span(apply));
        call.addClassName("hint");
        return call;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
