package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import rongtong.identity.CurrentUser;
import rongtong.selection.programme.Eligibility;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.ProgrammeAccess;
import rongtong.selection.programme.ProgrammeFilter;
import rongtong.selection.programme.ProgrammeVersion;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.Retirement;
import rongtong.selection.programme.Retirements;
import rongtong.selection.round.Round;
import rongtong.selection.round.RoundAccess;
import rongtong.selection.round.Rounds;
import rongtong.shared.PageRequest;
import rongtong.ui.Badge;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.PageHeader;
import rongtong.workflow.Services;

/** Published programmes: what each selects, whether one may apply now; the filter stays in the address. */
@Route("programmes")
@PermitAll
@Menu(title = "selection.menu", order = 140, icon = "vaadin:trophy")
class ProgrammeListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String APPLICATION = "pilot-application";
    static final String ROUND = "pilot-selection";

    private static final List<String> PROVINCES = List.of("JL", "LN", "ZJ");

    private final transient Programmes programmes;
    private final transient Retirements retirements;
    private final transient ProgrammeAccess access;
    private final transient ProgrammeParts parts;
    private final transient Rounds rounds;
    private final transient RoundAccess roundAccess;
    private final transient Eligibility eligibility;
    private final transient Services services;
    private final transient CurrentUser user;
    private final transient Clock clock;

    private final Select<String> province = new Select<>();
    private final TextField search = new TextField();
    private final PageHeader header = new PageHeader(getTranslation("selection.menu"));
    private final Div list = new Div();
    private boolean showing;

    ProgrammeListView(
            Programmes programmes,
            Retirements retirements,
            ProgrammeAccess access,
            ProgrammeParts parts,
            Rounds rounds,
            RoundAccess roundAccess,
            Eligibility eligibility,
            Services services,
            CurrentUser user,
            NewProgramme newProgramme,
            Clock clock) {
        this.programmes = programmes;
        this.retirements = retirements;
        this.access = access;
        this.parts = parts;
        this.rounds = rounds;
        this.roundAccess = roundAccess;
        this.eligibility = eligibility;
        this.services = services;
        this.user = user;
        this.clock = clock;
        addClassName("page");
        if (access.mayCreate()) {
            header.addAction(new Button(getTranslation("selection.programme.new"), click -> newProgramme.ask()));
        }
        province.setLabel(getTranslation("selection.programme.field.province"));
        province.setItems(PROVINCES);
        province.setEmptySelectionAllowed(true);
        province.setEmptySelectionCaption(getTranslation("selection.all"));
        province.setItemLabelGenerator(
                code -> code == null ? getTranslation("selection.all") : getTranslation("selection.province." + code));
        province.addValueChangeListener(change -> filterChanged());
        search.setLabel(getTranslation("selection.programme.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> filterChanged());
        var filters = new Div(province, search);
        filters.addClassName("filters");
        list.addClassName("stack");
        add(header, filters, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        showing = true;
        province.setValue(
                query.getSingleParameter("province").filter(PROVINCES::contains).orElse(null));
        search.setValue(query.getSingleParameter("q").orElse(""));
        showing = false;
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("selection.menu");
    }

    private void filterChanged() {
        if (showing) {
            return;
        }
        refresh();
        var query = new LinkedHashMap<String, String>();
        if (province.getValue() != null) {
            query.put("province", province.getValue());
        }
        if (!search.getValue().isBlank()) {
            query.put("q", search.getValue().strip());
        }
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location("programmes", QueryParameters.simple(query)));
    }

    private void refresh() {
        var found = programmes.find(
                ProgrammeFilter.of(province.getValue(), false, search.getValue()), 0, PageRequest.LARGEST);
        header.withLine(getTranslation("selection.programme.count", found.total()));
        list.removeAll();
        programmes.drafts().stream()
                .filter(draft -> programmes.published(draft.programme().key()).isEmpty())
                .forEach(draft -> list.add(draft(draft)));
        if (found.items().isEmpty()) {
            list.add(new EmptyState(getTranslation("selection.programme.empty")));
        }
        var startable =
                services.startable().stream().map(service -> service.key()).toList();
        var retired = retirements.all();
        found.items()
                .forEach(programme ->
                        list.add(card(programme, Optional.ofNullable(retired.get(programme.key())), startable)));
    }

    /** One that was never published: only who writes it sees it. */
    private Component draft(ProgrammeVersion draft) {
        var programme = draft.programme();
        var title = new Anchor("programmes/" + programme.key() + "/edit", named(programme));
        title.addClassName("list-title");
        var line = new Paragraph(getTranslation("selection.programme.draft-line", Formats.moment(draft.editedAt())));
        line.addClassName("list-line");
        var card = new Div(
                new Div(title, new Badge(getTranslation("selection.programme.draft"), Badge.Tone.WARNING)), line);
        card.addClassNames("panel", "programme-card");
        return card;
    }

    private String named(Programme programme) {
        var name = programme.name(getLocale());
        return name.isBlank() ? programme.key() : name;
    }

    private Component card(Programme programme, Optional<Retirement> retirement, List<String> startable) {
        var title = new Anchor("programmes/" + programme.key(), programme.name(getLocale()));
        title.addClassName("list-title");
        var line = new Paragraph(parts.line(programme));
        line.addClassName("list-line");
        var tracks = new Div();
        tracks.addClassName("badges");
        programme
                .tracks()
                .forEach(track -> tracks.add(new Badge(
                        getTranslation("selection.programme.track-quota", track.name(getLocale()), parts.quota(track)),
                        Badge.Tone.NEUTRAL)));
        var words = new Div(title, line, new Paragraph(programme.summary(getLocale())), tracks);
        retirement.map(parts::retired).ifPresent(words::add);
        var ways = new Div();
        ways.addClassName("programme-ways");
        var held = roundAccess.visible(rounds.of(programme.key()));
        held.stream().findFirst().ifPresent(round -> ways.add(state(round)));
        ways(programme, retirement.isPresent(), held, startable).forEach(ways::add);
        var card = new Div(words, ways);
        card.addClassNames("panel", "programme-card");
        return card;
    }

    private Component state(Round round) {
        var open = round.receives(clock.instant());
        var state = new Div(new Badge(
                getTranslation("selection.round-status." + round.status()),
                open ? Badge.Tone.GOOD : Badge.Tone.NEUTRAL));
        if (open) {
            var until = new Span(getTranslation("selection.round.until", Formats.moment(round.closesAt())));
            until.addClassName("list-line");
            state.add(new Span(" "), until);
        }
        return state;
    }

    /** What the person can do with it. */
    private List<Component> ways(Programme programme, boolean retired, List<Round> held, List<String> startable) {
        var ways = new ArrayList<Component>();
        var isOpen = held.stream().anyMatch(round -> round.receives(clock.instant()));
        if (isOpen && startable.contains(APPLICATION) && mayApply(programme)) {
            var apply = new Anchor(
                    ProgrammeParts.applicationAddress(programme), getTranslation("selection.programme.apply"));
            apply.addClassName("button-link");
            ways.add(apply);
        }
        if (!retired && access.mayStart(programme) && startable.contains(ROUND)) {
            ways.add(new Anchor(roundAddress(programme), getTranslation("selection.programme.start-round")));
        }
        if (access.mayEdit(programme)) {
            var edit = new Button(
                    getTranslation(
                            programmes.draft(programme.key()).isPresent()
                                    ? "selection.programme.continue-draft"
                                    : "selection.programme.new-version"),
                    click -> {
                        programmes.revise(programme.key());
                        UI.getCurrent().navigate("programmes/" + programme.key() + "/edit");
                    });
            edit.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            ways.add(edit);
        }
        return ways;
    }

    /** Where a round is begun, with the programme chosen. */
    static String roundAddress(Programme programme) {
        return "services/" + ROUND + "?programme=" + programme.key();
    }

    private boolean mayApply(Programme programme) {
        return programme.tracks().stream()
                .anyMatch(track ->
                        eligibility.check(programme, track, user.organization()).isEmpty());
    }
}
