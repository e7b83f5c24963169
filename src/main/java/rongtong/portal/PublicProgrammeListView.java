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
import java.time.Clock;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.ProgrammeFilter;
import rongtong.selection.programme.Programmes;
import rongtong.selection.round.Rounds;
import rongtong.selection.ui.ProgrammeParts;
import rongtong.shared.PageRequest;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.PageHeader;

/** All published programmes, for everybody (R-GB-03, R-LN-03, R-ZJ-10); those that receive applications say until when. */
@Route(value = "public/programmes", layout = PublicLayout.class)
@AnonymousAllowed
class PublicProgrammeListView extends Div implements HasDynamicTitle {

    private final transient Programmes programmes;
    private final transient ProgrammeParts parts;
    private final transient Rounds rounds;
    private final transient Clock clock;
    private final TextField search = new TextField();
    private final PageHeader header = new PageHeader(getTranslation("portal.programmes"));
    private final Div list = new Div();

    PublicProgrammeListView(Programmes programmes, ProgrammeParts parts, Rounds rounds, Clock clock) {
        this.programmes = programmes;
        this.parts = parts;
        this.rounds = rounds;
        this.clock = clock;
        addClassName("page");
        list.addClassName("portal-list");
        search.addClassName("portal-search");
        search.setLabel(getTranslation("portal.programmes.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        add(header, search, list);
        show();
    }

    private void show() {
        var page = programmes.find(ProgrammeFilter.of(null, false, search.getValue()), 0, PageRequest.LARGEST);
        header.withLine(getTranslation("portal.programmes.line", page.total()));
        list.removeAll();
        if (page.items().isEmpty()) {
            list.add(new EmptyState(getTranslation("portal.programmes.empty")));
        }
        page.items().forEach(programme -> list.add(card(programme)));
    }

    private Component card(Programme programme) {
        var title = new H2(new Anchor("public/programmes/" + programme.key(), programme.name(getLocale())));
        title.addClassName("list-title");
        var line = new Paragraph(parts.line(programme));
        line.addClassName("list-line");
        var card = new Div(title, line, new Paragraph(programme.summary(getLocale())));
        rounds.of(programme.key()).stream()
                .filter(round -> round.receives(clock.instant()))
                .forEach(round -> {
                    var open = new Paragraph(
                            getTranslation("portal.programmes.open", round.title(), Formats.moment(round.closesAt())));
                    open.addClassName("hint");
                    card.add(open);
                });
        card.addClassNames("panel", "portal-card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portal.programmes");
    }
}
