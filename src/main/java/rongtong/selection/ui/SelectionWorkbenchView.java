package rongtong.selection.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.selection.application.Outcome;
import rongtong.selection.decision.ProposedTrack;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.Track;
import rongtong.selection.ranking.Comparisons;
import rongtong.selection.ranking.Position;
import rongtong.selection.ranking.QuotaCheck;
import rongtong.selection.ranking.RankingRow;
import rongtong.selection.round.Round;
import rongtong.shared.NotFound;
import rongtong.ui.AddressTabs;
import rongtong.ui.Badge;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.Notices;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;
import rongtong.ui.PlainTable;
import rongtong.workflow.ui.TaskNavigation;

/**
 * The workbench of those who lead a selection (遴选工作台): ranked lists with their arithmetic, comparison, proposals, opinions
 * of the participating departments. Track, open row and compared applications stay in the address.
 */
@Route("programmes/:key/rounds/:id/ranking")
@PermitAll
class SelectionWorkbenchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Steps of the round that are done with this page at hand. */
    private static final Set<String> STEPS = Set.of("orderSecondTurn", "proposeList", "decideJointly", "amendList");

    private final transient WorkbenchServices services;
    private String title = "";
    private String address = "";

    SelectionWorkbenchView(WorkbenchServices services) {
        this.services = services;
        addClassNames("page", "page-full");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var round = services.access()
                .requireVisible(id(event.getRouteParameters().get("id").orElse("")));
        var key = event.getRouteParameters().get("key").orElse("");
        if (!round.programme().equals(key)) {
            throw new NotFound("round", round.caseId());
        }
        var programme = services.programmes().get(round.programme(), round.version());
        var query = event.getLocation().getQueryParameters();
        title = getTranslation("selection.ranking.page-title", round.title());
        address = SelectionWorkbenchNavigation.address(key, round.caseId());
        removeAll();
        add(back(round), header(round, programme));
        opinions(round).ifPresent(this::add);
        var compared = compared(query);
        if (compared.size() >= 2) {
            add(comparison(compared, programme));
        } else {
            add(tracks(round, programme, query));
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("round", text);
        }
    }

    private Component back(Round round) {
        var back = new Anchor(
                "programmes/%s/rounds/%s".formatted(round.programme(), round.caseId()),
                getTranslation("selection.ranking.back"));
        back.addClassName("page-back");
        return back;
    }

    private Component header(Round round, Programme programme) {
        var header = new PageHeader(title, export(round))
                .withLine(getTranslation(
                        "selection.ranking.page-line",
                        SelectionWords.english() ? programme.nameEn() : programme.name(),
                        getTranslation("selection.ranking.round." + round.status())));
        currentTask(round).ifPresent(header::addAction);
        return header;
    }

    /** To the task that this page helps with, where the person has it before him. */
    private Optional<Component> currentTask(Round round) {
        if (!services.cases().visible(round.caseId())) {
            return Optional.empty();
        }
        return services.cases().get(round.caseId()).current().stream()
                .filter(step -> STEPS.contains(step.step()))
                .findFirst()
                .map(step -> {
                    var go = new Button(
                            getTranslation("selection.ranking.to-task", step.name()),
                            click -> TaskNavigation.open(step.task()));
                    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                    return go;
                });
    }

    private Component export(Round round) {
        var locale = LocaleContextHolder.getLocale();
        DownloadHandler handler = event -> {
            event.setFileName(title + ".xlsx");
            event.setContentType(XLSX);
            var before = LocaleContextHolder.getLocaleContext();
            LocaleContextHolder.setLocale(locale);
            try {
                services.sheets().export(round.caseId(), event.getOutputStream());
            } finally {
                LocaleContextHolder.setLocaleContext(before);
            }
        };
        var link = new Anchor(handler, getTranslation("selection.ranking.export"));
        link.getElement().setAttribute("download", true);
        return link;
    }

    /** What leads and participants said of the list, once they were asked. */
    private Optional<Component> opinions(Round round) {
        var all = services.countersigns().opinions(round.caseId(), "proposal");
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var table = new PlainTable(
                getTranslation("selection.ranking.opinion.unit"),
                getTranslation("selection.ranking.opinion.stance"),
                getTranslation("selection.ranking.opinion.text"),
                getTranslation("selection.ranking.opinion.at"));
        all.forEach(opinion -> table.row(
                services.organizations().name(opinion.unit()),
                opinion.stance() == null
                        ? getTranslation("selection.ranking.opinion.open")
                        : getTranslation("workflow.stance." + opinion.stance()),
                opinion.comment(),
                Formats.moment(opinion.at())));
        var panel = new Panel(getTranslation("selection.ranking.opinions"), table);
        panel.setCount(all.stream().filter(opinion -> opinion.settled()).count());
        return Optional.of(panel);
    }

    private Component tracks(Round round, Programme programme, QueryParameters query) {
        var tabs = new AddressTabs(address);
        for (var track : programme.tracks()) {
            var ranked = services.rankings().marks(round.caseId(), track.key()).ranked();
            tabs.with(
                    track.key(),
                    getTranslation("selection.ranking.tab", SelectionWords.name(track), ranked),
                    () -> list(round, programme, track, query));
        }
        tabs.with(
                "result",
                getTranslation("selection.ranking.result.tab"),
                () -> new ResultList(services.results(), round.caseId(), programme));
        return tabs.open(query);
    }

    private Component list(Round round, Programme programme, Track track, QueryParameters query) {
        var content = new Div();
        content.addClassNames("stack", "ranking-track");
        if (services.rankings().marks(round.caseId(), track.key()).ranked() == 0) {
            content.add(summary(programme, track), notYet(round, track));
            return content;
        }
        var standing = new Div();
        standing.addClassName("stack");
        var list = new RankedList(
                services,
                round,
                track,
                this::compare,
                application -> remember(track, application),
                changed -> showStanding(standing, changed, round, programme, track));
        fill(round, track, list, () -> showStanding(standing, list, round, programme, track))
                .ifPresent(list::addAction);
        showStanding(standing, list, round, programme, track);
        query.getSingleParameter("row").flatMap(SelectionWorkbenchView::uuid).ifPresent(list::open);
        content.add(summary(programme, track), standing, list);
        return content;
    }

    /** Quota and rule of the track, so that the list can be read by itself. */
    private Component summary(Programme programme, Track track) {
        var line = new Paragraph(getTranslation(
                "selection.ranking.summary",
                SelectionWords.quota(track.quota()),
                SelectionWords.rule(programme.scoring(), track),
                programme.scoring().spreadAlarm()));
        line.addClassName("hint");
        return line;
    }

    /** Why there is no list yet, and how far the sheets are. */
    private Component notYet(Round round, Track track) {
        var progress = services.rankings().progress(round.caseId(), track.key());
        if (progress.applications() == 0) {
            return new EmptyState(getTranslation("selection.ranking.empty.applications"));
        }
        return new EmptyState(
                progress.assigned() == 0
                        ? getTranslation("selection.ranking.empty.panel", progress.applications())
                        : getTranslation("selection.ranking.empty.sheets", progress.submitted(), progress.assigned()));
    }

    private void showStanding(Div standing, RankedList list, Round round, Programme programme, Track track) {
        standing.removeAll();
        var marks = services.rankings().marks(round.caseId(), track.key());
        var proposed = services.proposals().standing(round.caseId()).stream()
                .filter(each -> each.track().equals(track.key()))
                .findFirst()
                .orElseThrow();
        var tiles = new Div(
                tile("selection.ranking.tile.ranked", marks.ranked(), ""),
                tile("selection.ranking.tile.on-line", marks.onLine(), marks.onLine() > 0 ? "tile-warning" : ""),
                tile("selection.ranking.tile.alarms", marks.alarms(), marks.alarms() > 0 ? "tile-bad" : ""),
                tile("selection.ranking.tile.crossing", marks.crossing(), marks.crossing() > 0 ? "tile-warning" : ""),
                tile("selection.ranking.tile.selected", proposed.selected(), tone(proposed)),
                tile("selection.ranking.tile.open", proposed.open(), ""));
        tiles.addClassNames("tiles", "ranking-tiles");
        standing.add(tiles);
        list.mark(Set.copyOf(proposed.unreasoned()));
        if (proposed.open() < marks.ranked()) {
            standing.add(proposedLine(round, programme, proposed));
        }
    }

    /** Proposes by rank what has no proposal yet, for the convening department. */
    private Optional<Component> fill(Round round, Track track, RankedList list, Runnable done) {
        if (!services.proposals().mayPropose(round)) {
            return Optional.empty();
        }
        var fill = new Button(getTranslation("selection.ranking.fill"), click -> {
            int filled = services.proposals().fillByRank(round.caseId(), track.key());
            Notices.done(getTranslation("selection.ranking.filled", filled));
            done.run();
            list.refresh();
        });
        fill.addThemeVariants(ButtonVariant.LUMO_SMALL);
        fill.setTooltipText(getTranslation("selection.ranking.fill-hint"));
        return Optional.of(fill);
    }

    private static String tone(ProposedTrack proposed) {
        return switch (proposed.quota().verdict()) {
            case KEPT -> "tile-good";
            case WARNING -> "tile-warning";
            case BROKEN -> proposed.selected() == 0 ? "" : "tile-bad";
        };
    }

    private Component tile(String word, int number, String tone) {
        var figure = new Span(Formats.number(number));
        figure.addClassName("tile-number");
        var label = new Span(getTranslation(word));
        label.addClassName("tile-label");
        var tile = new Div(figure, label);
        tile.addClassName("tile");
        if (!tone.isEmpty()) {
            tile.addClassName(tone);
        }
        return tile;
    }

    /** What the quota and the rank say to the list as proposed. */
    private Component proposedLine(Round round, Programme programme, ProposedTrack proposed) {
        var words = new StringBuilder(SelectionWords.check(proposed.quota()));
        if (!proposed.departures().isEmpty()) {
            words.append(' ')
                    .append(getTranslation(
                            "selection.ranking.departures",
                            proposed.departures().size(),
                            proposed.unreasoned().size()));
        }
        if (programme.partners() != null) {
            services.proposals()
                    .partners(round.caseId())
                    .ifPresent(check -> words.append(' ').append(SelectionWords.partners(check)));
        }
        var line = new Paragraph(words.toString());
        line.addClassName("hint");
        if (proposed.quota().verdict() != QuotaCheck.Verdict.KEPT
                || !proposed.unreasoned().isEmpty()) {
            line.addClassName("hint-warning");
        }
        return line;
    }

    private Component comparison(List<UUID> chosen, Programme programme) {
        var compared = services.comparisons().of(chosen);
        var track =
                programme.track(compared.getFirst().explained().row().track()).orElseThrow();
        var all = new Div(
                new Anchor(address + "?tab=" + track.key(), getTranslation("selection.ranking.compare.back")),
                new Panel(
                        getTranslation("selection.ranking.compare.title", compared.size()),
                        new ComparisonPanel(compared, track, services.accounts())));
        all.addClassName("stack");
        return all;
    }

    private void compare(List<UUID> chosen) {
        UI.getCurrent()
                .navigate(
                        address,
                        QueryParameters.of(
                                "compare", chosen.stream().map(UUID::toString).collect(Collectors.joining(","))));
    }

    /** What of the address is no id is no application. */
    private static List<UUID> compared(QueryParameters query) {
        return query.getSingleParameter("compare")
                .map(text -> Arrays.stream(text.split(","))
                        .flatMap(id -> uuid(id).stream())
                        .distinct()
                        .limit(Comparisons.MOST)
                        .toList())
                .orElse(List.of());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private void remember(Track track, @Nullable UUID application) {
        var query = new LinkedHashMap<String, String>();
        query.put("tab", track.key());
        if (application != null) {
            query.put("row", application.toString());
        }
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(address, QueryParameters.simple(query)));
    }

    /** Where a row stands by the quota, in a word. */
    static Component position(RankingRow row) {
        return new Badge(
                translate("selection.ranking.position." + row.position()),
                row.position() == Position.WITHIN
                        ? Badge.Tone.GOOD
                        : row.position() == Position.ON_LINE ? Badge.Tone.WARNING : Badge.Tone.NEUTRAL);
    }

    /** What is proposed, with the reason where there is one. */
    static Component outcome(RankingRow row) {
        if (row.outcome() == null) {
            return new Span("—");
        }
        var badge = new Badge(
                translate("selection.ranking.outcome." + row.outcome()),
                row.outcome() == Outcome.SELECTED ? Badge.Tone.GOOD : Badge.Tone.NEUTRAL);
        badge.setTitle(row.reason());
        return badge;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
