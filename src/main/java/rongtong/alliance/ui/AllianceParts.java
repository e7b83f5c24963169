package rongtong.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rongtong.alliance.register.AllianceRow;
import rongtong.alliance.register.AllianceView;
import rongtong.shared.Listed;
import rongtong.shared.Texts;
import rongtong.ui.EmptyState;
import rongtong.ui.Facts;
import rongtong.ui.Formats;
import rongtong.ui.Panel;
import rongtong.ui.PlainTable;

/** What pages show of an alliance. What the register kept back (persons, phones, ballots) has no column. */
@org.springframework.stereotype.Component
public class AllianceParts {

    private final Texts texts;

    AllianceParts(Texts texts) {
        this.texts = texts;
    }

    /** Name, sector, fields, chair unit and filing in two columns. */
    public Component facts(AllianceRow row) {
        var facts = new Facts()
                .with(texts.of("alliance.column.number"), row.number())
                .with(texts.of("alliance.column.status"), texts.of("alliance.status." + row.status()))
                .with(texts.of("alliance.column.sector"), texts.of("alliance.sector." + row.sector()))
                .with(texts.of("alliance.column.type"), texts.of("alliance.type." + row.type()))
                .with(texts.of("alliance.column.fields"), Listed.of(row.fieldNames()))
                .with(texts.of("alliance.column.chair"), row.chairUnitName())
                .with(texts.of("alliance.column.founded"), Formats.day(row.foundedOn()))
                .with(texts.of("alliance.column.filing"), filing(row));
        // only what was entered from elsewhere has a source
        if (!row.source().isBlank()) {
            facts.with(texts.of("alliance.column.source"), row.source());
        }
        return new Panel(texts.of("alliance.page.facts"), facts);
    }

    private static String filing(AllianceRow row) {
        var number = row.filingNumber();
        return number == null ? "" : number + " · " + Formats.day(row.filedOn());
    }

    /** Members with their liaison offices where the register tells. */
    public Component members(AllianceView alliance) {
        boolean inside = alliance.members().stream().anyMatch(member -> member.contact() != null);
        var headers = headers("member", "kind", "mode", "role");
        if (inside) {
            headers.addAll(headers("liaison", "contact", "phone"));
        }
        var rows = new PlainTable(headers.toArray(String[]::new));
        for (var member : alliance.members()) {
            var cells = new ArrayList<Object>(List.of(
                    member.name(),
                    texts.of("alliance.kind." + member.kind()),
                    texts.of("alliance.mode." + member.mode()),
                    member.code().equals(alliance.row().chairUnit())
                            ? texts.of("alliance.role.CHAIR")
                            : member.lead() ? texts.of("alliance.role.LEAD") : ""));
            if (inside) {
                cells.addAll(List.of(orEmpty(member.liaison()), orEmpty(member.contact()), orEmpty(member.phone())));
            }
            rows.row(cells.toArray());
        }
        return counted("alliance.page.members", alliance.members().size(), rows);
    }

    /** Seats, secretariat and expert committees. */
    public Component council(AllianceView alliance) {
        var part = stack();
        part.add(seats(alliance));
        var secretariat = alliance.secretariat();
        if (secretariat != null) {
            part.add(new Panel(
                    texts.of("alliance.page.secretariat"),
                    new Facts()
                            .with(texts.of("alliance.column.host"), secretariat.hostName())
                            .with(texts.of("alliance.column.head"), orEmpty(secretariat.head()))
                            .with(texts.of("alliance.column.platform"), secretariat.platform())));
        }
        if (!alliance.experts().isEmpty()) {
            var rows = rows("committee", "person", "organization", "title", "domain");
            alliance.experts()
                    .forEach(expert -> rows.row(
                            expert.committee(), expert.name(), expert.organization(), expert.title(), expert.domain()));
            part.add(counted("alliance.page.experts", alliance.experts().size(), rows));
        }
        return part;
    }

    private Component seats(AllianceView alliance) {
        if (alliance.council().isEmpty()) {
            return new Panel(
                    texts.of("alliance.page.council"), new EmptyState(texts.of("alliance.page.council.empty")));
        }
        boolean inside = alliance.council().stream().anyMatch(seat -> seat.person() != null);
        var rows = inside ? rows("unit", "role", "person", "post", "phone") : rows("unit", "role");
        for (var seat : alliance.council()) {
            var cells = new ArrayList<Object>(List.of(seat.name(), texts.of("alliance.role." + seat.role())));
            if (inside) {
                cells.addAll(List.of(orEmpty(seat.person()), orEmpty(seat.post()), orEmpty(seat.phone())));
            }
            rows.row(cells.toArray());
        }
        return counted("alliance.page.council", alliance.council().size(), rows);
    }

    /** Adopted versions of the charter, the newest first, and the rules that rest on them. */
    public Component charters(AllianceView alliance) {
        var part = stack();
        if (alliance.charters().isEmpty()) {
            part.add(new Panel(
                    texts.of("alliance.page.charter"), new EmptyState(texts.of("alliance.page.charter.empty"))));
        }
        for (var charter : alliance.charters()) {
            var panel = new Panel(
                    texts.of("alliance.page.charter-version", charter.version(), Formats.day(charter.adoptedOn())));
            var number = charter.filingNumber();
            if (number != null) {
                panel.addToSide(new Paragraph(number));
            }
            charter.sections().forEach(section -> {
                panel.add(new H3(section.title()));
                section.text().lines().filter(line -> !line.isBlank()).forEach(line -> panel.add(new Paragraph(line)));
            });
            part.add(panel);
        }
        if (!alliance.rulebooks().isEmpty()) {
            var rows = rows("rules", "dated");
            alliance.rulebooks().forEach(rulebook -> rows.row(rulebook.title(), Formats.day(rulebook.dated())));
            part.add(counted("alliance.page.rules", alliance.rulebooks().size(), rows));
        }
        return part;
    }

    /** What the council resolved, with the arithmetic, and the single ballots where the register tells. */
    public Component resolutions(AllianceView alliance) {
        var part = stack();
        if (alliance.resolutions().isEmpty()) {
            part.add(new Panel(
                    texts.of("alliance.page.resolutions"),
                    new EmptyState(texts.of("alliance.page.resolutions.empty"))));
        }
        for (var resolution : alliance.resolutions()) {
            var panel = new Panel(texts.of("alliance.page.resolution", resolution.number(), resolution.title()));
            panel.addToSide(new Paragraph(Formats.day(resolution.resolvedOn()) + " · "
                    + texts.of(resolution.carried() ? "workflow.carried" : "workflow.not-carried")));
            panel.add(new Paragraph(resolution.arithmetic()));
            var task = resolution.task();
            if (task != null && !task.isEmpty()) {
                panel.add(new Paragraph(texts.of("alliance.page.task", orEmpty(resolution.assigneeName()), task)));
            }
            if (!resolution.ballots().isEmpty()) {
                var rows = rows("unit", "ballot", "remark");
                resolution
                        .ballots()
                        .forEach(ballot -> rows.row(
                                ballot.name(),
                                ballot.choice().isEmpty() ? "" : texts.of("workflow.ballot." + ballot.choice()),
                                ballot.remark()));
                panel.add(rows);
            }
            part.add(panel);
        }
        return part;
    }

    /** Panels one below the other, as far apart as on a page. */
    private static Div stack() {
        var stack = new Div();
        stack.addClassName("stack");
        return stack;
    }

    private Panel counted(String title, int number, Component content) {
        var panel = new Panel(texts.of(title), content);
        panel.setCount(number);
        return panel;
    }

    private PlainTable rows(String... columns) {
        return new PlainTable(headers(columns).toArray(String[]::new));
    }

    private List<String> headers(String... columns) {
        return List.of(columns).stream()
                .map(column -> texts.of("alliance.column." + column))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
