package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.document.Documents;
import rongtong.document.ui.DocumentList;
import rongtong.organization.Organizations;
import rongtong.selection.application.ApplicationStatus;
import rongtong.selection.application.Outcome;
import rongtong.selection.decision.Decision;
import rongtong.selection.decision.Decisions;
import rongtong.selection.panel.PanelOversight;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.Programmes;
import rongtong.selection.round.RoundMessages;
import rongtong.selection.round.RoundMessages.Telling;
import rongtong.selection.round.RoundStatus;
import rongtong.selection.round.RoundView;
import rongtong.selection.round.Rounds;
import rongtong.shared.Texts;
import rongtong.ui.Badge;
import rongtong.ui.EmptyState;
import rongtong.ui.Facts;
import rongtong.ui.Formats;
import rongtong.ui.Panel;
import rongtong.ui.PlainTable;
import rongtong.ui.Refreshing;
import rongtong.workflow.ui.CaseNavigation;

/** What the page of a round shows. Made for a view that may be shown to the person. */
@org.springframework.stereotype.Component
class RoundParts {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern(":ss", Locale.ROOT);

    /** Above it who was not selected stands on the workbench alone: a page does not bear thousands of lines. */
    private static final int MOST_LINES = 200;

    private final Rounds rounds;
    private final RoundMessages messages;
    private final Decisions decisions;
    private final Programmes programmes;
    private final Organizations organizations;
    private final PanelOversight oversight;
    private final Documents documents;
    private final Texts texts;
    private final Clock clock;

    RoundParts(
            Rounds rounds,
            RoundMessages messages,
            Decisions decisions,
            Programmes programmes,
            Organizations organizations,
            PanelOversight oversight,
            Documents documents,
            Texts texts,
            Clock clock) {
        this.rounds = rounds;
        this.messages = messages;
        this.decisions = decisions;
        this.programmes = programmes;
        this.organizations = organizations;
        this.oversight = oversight;
        this.documents = documents;
        this.texts = texts;
        this.clock = clock;
    }

    Badge status(RoundView round) {
        return new Badge(
                texts.of("selection.round.status." + round.status()),
                switch (round.status()) {
                    case OPEN, REVIEW, NOTICE -> Badge.Tone.ACTIVE;
                    case FINISHED -> Badge.Tone.GOOD;
                    case CANCELLED -> Badge.Tone.BAD;
                    case PREPARED, CLOSED, RANKED, PROPOSED -> Badge.Tone.NEUTRAL;
                });
    }

    /** Where it stands, in a sentence, and the steps on the way. */
    Component standing(RoundView round) {
        var panel = new Panel(texts.of("selection.round.standing"), new Paragraph(sentence(round)));
        var steps = new Div();
        steps.addClassName("round-steps");
        for (var step : RoundStatus.values()) {
            if (step != RoundStatus.CANCELLED) {
                var mark = new Span(texts.of("selection.round.status." + step));
                mark.addClassName("badge");
                if (round.status() == step) {
                    mark.getElement().setAttribute("aria-current", "step");
                    mark.addClassName("badge-active");
                } else if (round.status() != RoundStatus.CANCELLED
                        && step.ordinal() < round.status().ordinal()) {
                    mark.addClassName("badge-good");
                } else {
                    mark.addClassName("badge-neutral");
                }
                steps.add(mark);
            }
        }
        steps.getStyle().set("display", "flex").set("flex-wrap", "wrap").set("gap", "6px");
        panel.add(steps);
        return panel;
    }

    private String sentence(RoundView round) {
        var opens = Formats.moment(round.opensAt().toInstant());
        var closes = Formats.moment(round.closesAt().toInstant());
        var state = round.status() == RoundStatus.OPEN && !round.receiving()
                ? round.serverTime().isBefore(round.opensAt()) ? "OPENING" : "CLOSING"
                : round.status().name();
        return texts.of("selection.round.stands." + state, opens, closes, round.endedReason());
    }

    /** From when to when, by the clock that decides; extensions with their reasons. */
    Component window(RoundView round) {
        var facts = new Facts()
                .with(
                        texts.of("selection.round.window-label"),
                        texts.of(
                                "selection.round.window",
                                Formats.moment(round.opensAt().toInstant()),
                                Formats.moment(round.closesAt().toInstant())))
                .with(
                        texts.of("selection.round.server-time"),
                        Formats.moment(round.serverTime().toInstant())
                                + round.serverTime().format(SECONDS))
                .with(texts.of("selection.round.call"), Objects.requireNonNullElse(round.document(), ""))
                .with(texts.of("selection.round.note"), round.note());
        var panel = new Panel(texts.of("selection.round.window-title"), facts);
        if (!round.extensions().isEmpty()) {
            var list = new UnorderedList();
            round.extensions()
                    .forEach(extension -> list.add(new ListItem(texts.of(
                            "selection.round.extended-line",
                            Formats.moment(extension.from().toInstant()),
                            Formats.moment(extension.to().toInstant()),
                            extension.reason()))));
            facts.with(texts.of("selection.round.extensions"), list);
        }
        return panel;
    }

    /** How many applications of each track stand where. */
    Component counts(RoundView round) {
        var counts = Objects.requireNonNull(round.counts());
        var panel = new Panel(texts.of("selection.round.tab.applications"));
        var links = new Div(
                new Anchor(CaseNavigation.address(round.id()), texts.of("selection.round.case")),
                new Anchor(
                        "programmes/" + round.programme() + "/rounds/" + round.id() + "/applications",
                        texts.of("selection.round.applications")));
        if (round.status().ordinal() >= RoundStatus.REVIEW.ordinal() && round.status() != RoundStatus.CANCELLED) {
            links.add(new Anchor(
                    SelectionWorkbenchNavigation.address(round.programme(), round.id()),
                    texts.of("selection.round.workbench")));
        }
        links.getStyle().set("display", "flex").set("gap", "14px");
        panel.addToSide(links);
        if (counts.isEmpty()) {
            panel.add(new EmptyState(texts.of("selection.round.no-applications")));
            return panel;
        }
        var shown = Arrays.stream(ApplicationStatus.values())
                .filter(status -> counts.values().stream().anyMatch(track -> track.containsKey(status)))
                .toList();
        var table = new PlainTable(Stream.concat(
                        Stream.of(texts.of("selection.round.track-column")),
                        shown.stream().map(status -> texts.of("selection.round.application." + status)))
                .toArray(String[]::new));
        var columns = IntStream.rangeClosed(1, shown.size()).toArray();
        table.withNumbers(columns);
        for (var track : programme(round).tracks()) {
            var ofTrack = counts.getOrDefault(track.key(), Map.of());
            table.row(Stream.concat(
                            Stream.of(isEnglish() ? track.nameEn() : track.name()),
                            shown.stream().map(status -> Formats.number(ofTrack.getOrDefault(status, 0))))
                    .toArray());
        }
        panel.add(table);
        return panel;
    }

    /** The joint decision and what changed it, with minutes; then the list as it stands. */
    Component decisions(RoundView round) {
        var made = decisions.of(round.id());
        if (made.isEmpty()) {
            return new Panel(
                    texts.of("selection.round.tab.decisions"),
                    new EmptyState(texts.of("selection.round.no-decisions")));
        }
        var stack = new Div();
        stack.addClassName("stack");
        made.forEach(decision -> stack.add(decision(decision)));
        var programme = programme(round);
        var table = new PlainTable(
                texts.of("selection.round.track-column"),
                texts.of("selection.round.place"),
                texts.of("selection.round.applicant"),
                texts.of("selection.round.title"),
                texts.of("selection.round.outcome"),
                texts.of("selection.round.reason"));
        table.withNumbers(1);
        var standing = decisions.standing(round.id());
        var shown = standing.size() <= MOST_LINES
                ? standing
                : standing.stream()
                        .filter(line -> line.outcome() != Outcome.NOT_SELECTED
                                || !line.reason().isBlank())
                        .toList();
        shown.forEach(line -> table.row(
                programme
                        .track(line.track())
                        .map(track -> isEnglish() ? track.nameEn() : track.name())
                        .orElse(line.track()),
                line.place() == null ? "" : line.place(),
                organizations.name(line.applicant()),
                line.title(),
                texts.of("selection.round.outcome." + line.outcome()),
                line.reason()));
        var list = new Panel(texts.of("selection.round.decided-list"), table);
        list.setCount(standing.size());
        if (shown.size() < standing.size()) {
            var others = new Paragraph(
                    new Span(texts.of("selection.round.not-listed", standing.size() - shown.size()) + " "),
                    new Anchor(
                            SelectionWorkbenchNavigation.address(round.programme(), round.id(), "result"),
                            texts.of("selection.round.all-lines")));
            others.addClassName("hint");
            list.add(others);
        }
        stack.add(list);
        return stack;
    }

    private Component decision(Decision decision) {
        var attendees = decision.attendees().stream()
                .map(organizations::name)
                .collect(Collectors.joining(texts.of("selection.round.comma")));
        var panel = new Panel(
                texts.of("selection.round.decision." + decision.kind(), decision.number()),
                new Facts()
                        .with(texts.of("selection.round.held-on"), Formats.day(decision.heldOn()))
                        .with(texts.of("selection.round.attendees"), attendees));
        decision.minutes().lines().filter(line -> !line.isBlank()).forEach(line -> panel.add(new Paragraph(line)));
        return panel;
    }

    /** How far the applications have been told, by itself while they are being told, and whom it did not reach. */
    Component messages(RoundView round) {
        return new Refreshing(again -> {
            var tellings = messages.of(round.id());
            var panel = new Panel(texts.of("selection.round.tab.messages"));
            if (tellings.isEmpty()) {
                panel.add(new EmptyState(texts.of("selection.round.nothing-told")));
            }
            tellings.forEach(telling -> panel.add(telling(round, telling, again)));
            return new Refreshing.Look(panel, tellings.stream().anyMatch(Telling::running));
        });
    }

    private Component telling(RoundView round, Telling telling, Runnable again) {
        var bar = new ProgressBar(0, Math.max(1, telling.number()), Math.min(telling.done(), telling.number()));
        var name = texts.of("selection.round.message." + telling.message());
        bar.getElement().setAttribute("aria-label", name);
        var line =
                new Div(new Paragraph(texts.of("selection.round.told", name, telling.done(), telling.number())), bar);
        if (telling.hasFailures()) {
            line.add(new Paragraph(
                    texts.of("selection.round.not-reached", telling.waiting().size())));
            if (messages.mayRetry(rounds.get(round.id()))) {
                line.add(new Button(texts.of("selection.round.tell-again"), click -> {
                    messages.retry(round.id(), telling.message());
                    again.run();
                }));
            }
        }
        return line;
    }

    /** Whether the person may see how far the experts are. */
    boolean showsPanels(RoundView round) {
        return oversight.mayLook(rounds.get(round.id()))
                && !oversight.runs(round.id()).isEmpty();
    }

    Component panels(RoundView round) {
        return new PanelProgress(oversight, programmes, organizations, clock, rounds.get(round.id()));
    }

    Component documents(RoundView round) {
        return new Panel(texts.of("selection.round.tab.documents"), new DocumentList(documents, texts, round.id()));
    }

    private Programme programme(RoundView round) {
        return programmes.get(round.programme(), round.version());
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
