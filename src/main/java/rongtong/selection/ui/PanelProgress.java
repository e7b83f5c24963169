package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rongtong.organization.Organizations;
import rongtong.selection.panel.Assignment.Unserved;
import rongtong.selection.panel.PanelOversight;
import rongtong.selection.panel.PanelRun;
import rongtong.selection.panel.ReviewProgress;
import rongtong.selection.panel.SeatView;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.Track;
import rongtong.selection.round.Round;
import rongtong.ui.Badge;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.Notices;
import rongtong.ui.OnceButton;
import rongtong.ui.Panel;
import rongtong.ui.PlainTable;
import rongtong.ui.ReasonDialog;

/**
 * How far the experts of a round are and who judges what, for the page of the round and one of its own. Says who has judged
 * and never how.
 */
class PanelProgress extends Composite<Div> {

    /** More panels than this are looked up by title. */
    private static final int MOST_PANELS = 50;

    private static final int LONGEST_SEARCH = 100;

    private final transient PanelOversight oversight;
    private final transient Organizations organizations;
    private final transient Clock clock;
    private final transient Round round;
    private final transient List<Track> tracks;

    private final Div panels = new Div();
    private final TextField search = new TextField();
    private @Nullable String shown;

    PanelProgress(
            PanelOversight oversight, Programmes programmes, Organizations organizations, Clock clock, Round round) {
        this.oversight = oversight;
        this.organizations = organizations;
        this.clock = clock;
        this.round = round;
        this.tracks = programmes.get(round.programme(), round.version()).tracks();
        search.setLabel(getTranslation("selection.panel.find"));
        search.setMaxLength(LONGEST_SEARCH);
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (shown != null) {
                show(shown);
            }
        });
        refresh();
    }

    private void refresh() {
        getContent().removeAll();
        var runs = oversight.runs(round.caseId());
        if (runs.isEmpty()) {
            getContent()
                    .add(new Panel(
                            getTranslation("selection.panel.experts"),
                            new EmptyState(getTranslation("selection.panel.not-assigned"))));
            return;
        }
        getContent().addClassName("stack");
        getContent().add(assignment(runs), experts(), seats(runs));
    }

    private Component assignment(List<PanelRun> runs) {
        var panel = new Panel(getTranslation("selection.panel.assignment"));
        runs.forEach(run -> panel.add(new Paragraph(getTranslation(
                "selection.panel.assignment.line",
                name(run.track()),
                run.seats(),
                run.panelSize(),
                run.experts(),
                run.leastLoad(),
                run.greatestLoad(),
                String.valueOf(run.seed())))));
        runs.stream()
                .filter(run -> !run.unserved().isEmpty())
                .forEach(run -> panel.add(new Paragraph(getTranslation(
                        "selection.panel.unserved",
                        name(run.track()),
                        run.unserved().size(),
                        run.unserved().stream()
                                .map(Unserved::cause)
                                .distinct()
                                .map(cause -> getTranslation("selection.panel.cause." + cause))
                                .collect(Collectors.joining(getTranslation("selection.panel.comma")))))));
        return panel;
    }

    private Component experts() {
        var all = oversight.progress(round.caseId());
        var panel = new Panel(getTranslation("selection.panel.progress"));
        if (all.isEmpty()) {
            panel.add(new EmptyState(getTranslation("selection.panel.not-begun")));
            return panel;
        }
        int assigned = all.stream().mapToInt(ReviewProgress::assigned).sum();
        int submitted = all.stream().mapToInt(ReviewProgress::submitted).sum();
        panel.add(new Paragraph(getTranslation(
                "selection.panel.sum",
                submitted,
                assigned,
                all.stream().filter(one -> one.isLate(clock.instant())).count())));
        var table = new PlainTable(
                getTranslation("selection.panel.expert"),
                getTranslation("selection.panel.track"),
                getTranslation("selection.panel.judged"),
                getTranslation("selection.panel.due"),
                getTranslation("selection.panel.state"),
                "");
        all.forEach(one -> table.row(
                expert(one),
                name(one.track()) + (one.turn() == 1 ? "" : " · " + getTranslation("selection.panel.turn.2")),
                judged(one),
                Formats.day(one.dueAt()),
                state(one),
                urge(one)));
        panel.add(table);
        return panel;
    }

    private Component expert(ReviewProgress one) {
        var name = new Span(one.name());
        var from = new Span(organizations.name(one.organization()));
        from.addClassName("list-line");
        var cell = new Div(name, from);
        cell.addClassName("cell-two");
        return cell;
    }

    private String judged(ReviewProgress one) {
        var judged = getTranslation("selection.panel.judged.of", one.submitted(), one.assigned());
        return one.recused() == 0
                ? judged
                : judged + " · " + getTranslation("selection.panel.recused.of", one.recused());
    }

    private Component state(ReviewProgress one) {
        if (!one.isOpen() && one.assigned() == 0) {
            return new Badge(getTranslation("selection.panel.left"), Badge.Tone.NEUTRAL);
        }
        if (!one.isOpen()) {
            return new Badge(getTranslation("selection.panel.done"), Badge.Tone.GOOD);
        }
        if (one.isLate(clock.instant())) {
            return new Badge(getTranslation("selection.panel.late"), Badge.Tone.BAD);
        }
        return one.declaredAt() == null
                ? new Badge(getTranslation("selection.panel.undeclared"), Badge.Tone.WARNING)
                : new Badge(getTranslation("selection.panel.scoring"), Badge.Tone.ACTIVE);
    }

    private Component urge(ReviewProgress one) {
        if (!one.isOpen() || !oversight.mayStepIn(round)) {
            return new Span();
        }
        var urge = new Button(getTranslation("selection.panel.urge"), click -> {
            if (oversight.urge(one.review())) {
                Notices.done(getTranslation("selection.panel.urged", one.name()));
            } else {
                Notices.refusal(getTranslation("selection.panel.not-urged", one.name()));
            }
        });
        // an expert is urged once: a second click within the hour would only be refused
        urge.setDisableOnClick(true);
        urge.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        urge.setAriaLabel(getTranslation("selection.panel.urge") + " " + one.name());
        return urge;
    }

    private Component seats(List<PanelRun> runs) {
        var panel = new Panel(getTranslation("selection.panel.panels"));
        if (runs.size() > 1) {
            var track = new Select<String>();
            track.setAriaLabel(getTranslation("selection.panel.track"));
            track.setItems(runs.stream().map(PanelRun::track).toList());
            track.setItemLabelGenerator(this::name);
            track.setValue(runs.getFirst().track());
            track.addValueChangeListener(change -> show(change.getValue()));
            panel.addToSide(track);
        }
        panel.add(search, panels);
        show(shown == null ? runs.getFirst().track() : shown);
        return panel;
    }

    private void show(String track) {
        shown = track;
        panels.removeAll();
        var text = search.getValue().strip();
        var every = oversight.panels(round.caseId(), track);
        search.setVisible(every.size() > MOST_PANELS || !text.isEmpty());
        var all = every.stream()
                .filter(each -> text.isEmpty()
                        || each.title().contains(text)
                        || organizations.name(each.applicant()).contains(text))
                .toList();
        if (all.isEmpty()) {
            panels.add(new EmptyState(getTranslation("selection.panel.none-found")));
        }
        all.stream().limit(MOST_PANELS).forEach(each -> panels.add(details(each)));
        if (all.size() > MOST_PANELS) {
            panels.add(new Paragraph(getTranslation("selection.panel.more", all.size() - MOST_PANELS)));
        }
    }

    private Component details(SeatView.Panel each) {
        var done = each.seats().stream()
                .filter(seat -> seat.endedReason() == null && seat.submitted())
                .count();
        var summary = new Div(
                new Span(each.title()),
                new Span(" · " + organizations.name(each.applicant()) + " · "
                        + getTranslation("selection.panel.sheets", done, each.taken())));
        var details = new Details(summary);
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && details.getContent().findAny().isEmpty()) {
                each.seats().forEach(seat -> details.add(seat(seat)));
            }
        });
        details.setWidthFull();
        return details;
    }

    private Component seat(SeatView seat) {
        var name = new Span(seat.name() + " · " + organizations.name(seat.organization()));
        name.addClassName("row-title");
        var row = new Div(name);
        row.addClassName("row");
        if (seat.endedReason() == null && !seat.submitted() && oversight.mayStepIn(round)) {
            var replace = new OnceButton(getTranslation("selection.panel.replace"), () -> ask(seat));
            replace.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            replace.addClassName("row-action");
            replace.setAriaLabel(getTranslation("selection.panel.replace") + " " + seat.name());
            row.add(replace);
        }
        var line = new Span(words(seat));
        line.addClassName("row-line");
        row.add(line);
        return row;
    }

    /** Why this expert, or why no more. */
    private String words(SeatView seat) {
        if (seat.endedReason() != null) {
            return getTranslation("selection.panel.ended." + seat.endedReason())
                    + (seat.endedNote() == null || seat.endedNote().isEmpty() ? "" : " · " + seat.endedNote());
        }
        var why = seat.why();
        var fit = why.fieldsAsked() == 0
                ? getTranslation("selection.panel.why.no-fields")
                : getTranslation(
                        "selection.panel.why.fields", why.fieldsInCommon().size(), why.fieldsAsked());
        return fit
                + " · "
                + getTranslation("selection.panel.why.load", why.load())
                + " · "
                + getTranslation("selection.panel.why.conflicts", why.pool(), why.eligible())
                + (why.colleagues() ? " · " + getTranslation("selection.panel.why.colleagues") : "")
                + (seat.submitted() ? " · " + getTranslation("selection.panel.done") : "");
    }

    private void ask(SeatView seat) {
        new ReasonDialog(
                        getTranslation("selection.panel.replace.title", seat.name()),
                        getTranslation("selection.panel.replace.consequence", seat.title()),
                        getTranslation("selection.panel.replace"),
                        reason -> {
                            var successor =
                                    oversight.replace(round.caseId(), seat.application(), seat.expert(), reason);
                            if (successor.isPresent()) {
                                Notices.done(getTranslation("selection.panel.replaced", seat.name()));
                            } else {
                                Notices.refusal(getTranslation("selection.panel.nobody"));
                            }
                            refresh();
                        })
                .open();
    }

    private String name(String track) {
        return tracks.stream()
                .filter(each -> each.key().equals(track))
                .findFirst()
                .map(each -> getLocale().getLanguage().equals("en") ? each.nameEn() : each.name())
                .orElse(track);
    }
}
