package rongtong.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.UUID;
import rongtong.ledger.Consolidation;
import rongtong.ledger.Entry;
import rongtong.ledger.Ledgers;
import rongtong.ledger.MatchingPlan;
import rongtong.ledger.Round;
import rongtong.organization.Organizations;
import rongtong.ui.Badge;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;
import rongtong.ui.PlainTable;

/** Demand against supply of a round by field and level, as a chart and as numbers, and the matching plan. */
@Route("ledgers/rounds/:round")
@PermitAll
class ComparisonView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Ledgers ledgers;
    private final transient Organizations organizations;
    private String title = "";

    ComparisonView(Ledgers ledgers, Organizations organizations) {
        this.ledgers = ledgers;
        this.organizations = organizations;
        addClassName("page");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(AddressLine.id("round", event.getRouteParameters().get("round")));
    }

    void show(UUID id) {
        var round = ledgers.round(id);
        var consolidation = ledgers.consolidation(round.id());
        title = getTranslation("ledger.pages.comparison") + " · " + edition(round);
        removeAll();
        add(header(round));
        if (consolidation.rows().isEmpty()) {
            add(new EmptyState(getTranslation("ledger.pages.comparison.empty")));
            return;
        }
        add(
                tiles(consolidation),
                new Panel(getTranslation("ledger.pages.chart"), new ComparisonChart(consolidation)),
                table(consolidation));
        ledgers.plan(round.id()).ifPresent(plan -> add(plan(plan)));
    }

    private String edition(Round round) {
        return round.version() == null
                ? getTranslation("ledger.edition.open", String.valueOf(round.year()))
                : getTranslation("ledger.edition", String.valueOf(round.year()), String.valueOf(round.version()));
    }

    private Component header(Round round) {
        var back = new Anchor("ledgers", getTranslation("ledger.pages.back"));
        back.addClassName("page-back");
        var header = new PageHeader(getTranslation("ledger.pages.comparison"))
                .withLine(edition(round) + " · " + organizations.name(round.demandDepartment()));
        for (var ledger : ledgers.ledgers(round.id())) {
            header.addAction(new Anchor(LedgerNavigation.address(ledger.id()), LedgerWords.name(this, ledger)));
        }
        return new Div(back, header);
    }

    private Component tiles(Consolidation consolidation) {
        long none = consolidation.rows().stream()
                .filter(row -> row.coverage() == Consolidation.Coverage.NONE)
                .count();
        var tiles = new Div(
                tile("ledger.side.DEMAND", consolidation.demand()),
                tile("ledger.side.SUPPLY", consolidation.supply()),
                tile("ledger.pages.groups", consolidation.rows().size()),
                tile("ledger.pages.groups-without-supply", none));
        tiles.addClassName("tiles");
        return tiles;
    }

    private Component tile(String key, long number) {
        var value = new Span(Formats.number(number));
        value.addClassName("ledger-tile-number");
        var tile = new Div(value, new Span(getTranslation(key)));
        tile.addClassName("ledger-tile");
        return tile;
    }

    private Component table(Consolidation consolidation) {
        var table = new PlainTable(List.of("sector", "field", "level", "demand", "supply", "gap", "coverage").stream()
                        .map(column -> getTranslation("ledger.pages.comparison." + column))
                        .toArray(String[]::new))
                .withNumbers(3, 4, 5);
        consolidation.rows().forEach(row -> {
            var level = row.level();
            table.row(
                    getTranslation("ledger.sector." + row.sector()),
                    row.fieldName(),
                    getTranslation(level == null ? "ledger.kind." + row.kind() : "ledger.level." + level),
                    Formats.number(row.demand()),
                    Formats.number(row.supply()),
                    Formats.number(row.gap()),
                    coverage(row));
        });
        var panel = new Panel(getTranslation("ledger.pages.numbers"), table);
        panel.setCount(consolidation.rows().size());
        return panel;
    }

    private Badge coverage(Consolidation.Row row) {
        return new Badge(
                getTranslation("ledger.coverage." + row.coverage()),
                switch (row.coverage()) {
                    case FULL -> Badge.Tone.GOOD;
                    case PARTIAL -> Badge.Tone.WARNING;
                    case NONE -> Badge.Tone.BAD;
                    case NO_DEMAND -> Badge.Tone.NEUTRAL;
                });
    }

    private Component plan(MatchingPlan plan) {
        var panel = new Panel(getTranslation("ledger.pages.plan"), new Paragraph(plan.text()));
        panel.setCount(plan.matches().size());
        var table = new PlainTable(
                getTranslation("ledger.side.DEMAND"),
                getTranslation("ledger.side.SUPPLY"),
                getTranslation("ledger.pages.measure"));
        plan.matches().forEach(match -> table.row(entries(match.demand()), entries(match.supply()), match.note()));
        panel.add(table);
        return panel;
    }

    private Div entries(List<UUID> ids) {
        var lines = new Div();
        ids.stream().map(ledgers::entry).forEach(entry -> lines.add(new Div(new Span(line(entry)))));
        return lines;
    }

    private String line(Entry entry) {
        return getTranslation(
                "ledger.entry.label",
                entry.organizationName(),
                entry.fieldName(),
                LedgerWords.category(this, entry),
                Formats.number(entry.number()),
                String.valueOf(entry.year()));
    }
}
