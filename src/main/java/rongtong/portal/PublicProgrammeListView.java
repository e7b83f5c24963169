package rongtong.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.util.ArrayList;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.ProgrammeFilter;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.Retirements;
import rongtong.selection.round.Round;
import rongtong.selection.round.Rounds;
import rongtong.selection.ui.ProgrammeParts;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;
import rongtong.ui.Formats;

/**
 * All published programmes, for everybody (R-GB-03, R-LN-03, R-ZJ-10); those that receive applications say until when, those
 * that are out of use why.
 */
@Route(value = "public/programmes", layout = PublicLayout.class)
@AnonymousAllowed
class PublicProgrammeListView extends Composite<SearchedList<Programme>> implements HasDynamicTitle {

    private final transient Programmes programmes;
    private final transient Retirements retirements;
    private final transient ProgrammeParts parts;
    private final transient Rounds rounds;
    private final transient Clock clock;

    PublicProgrammeListView(
            Programmes programmes, Retirements retirements, ProgrammeParts parts, Rounds rounds, Clock clock) {
        this.programmes = programmes;
        this.retirements = retirements;
        this.parts = parts;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    protected SearchedList<Programme> initContent() {
        return new SearchedList<>("portal.programmes", this::find, this::card);
    }

    private Page<Programme> find(String text) {
        return programmes.find(ProgrammeFilter.of(null, false, text), 0, PageRequest.LARGEST);
    }

    private Component card(Programme programme) {
        var more = new ArrayList<Component>();
        more.add(new Paragraph(programme.summary(getLocale())));
        retirements.of(programme.key()).map(parts::retired).ifPresent(more::add);
        rounds.of(programme.key()).stream()
                .filter(round -> round.receives(clock.instant()))
                .map(this::open)
                .forEach(more::add);
        return SearchedList.card(
                "public/programmes/" + programme.key(),
                programme.name(getLocale()),
                parts.line(programme),
                more.toArray(Component[]::new));
    }

    private Component open(Round round) {
        var open = new Paragraph(
                getTranslation("portal.programmes.open", round.title(), Formats.moment(round.closesAt())));
        open.addClassName("hint");
        return open;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portal.programmes");
    }
}
