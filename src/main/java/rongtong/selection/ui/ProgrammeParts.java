package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.form.Form;
import rongtong.form.ui.FormViews;
import rongtong.policy.Clauses;
import rongtong.selection.programme.Eligibility;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.ProgrammeForms;
import rongtong.selection.programme.Retirement;
import rongtong.selection.programme.Track;
import rongtong.selection.round.Round;
import rongtong.selection.round.RoundStatus;
import rongtong.shared.Texts;
import rongtong.ui.Badge;
import rongtong.ui.EmptyState;
import rongtong.ui.Facts;
import rongtong.ui.Formats;
import rongtong.ui.Panel;
import rongtong.ui.PlainTable;
import rongtong.workflow.ui.ClausePanel;

/** What pages show of a programme: to applicants, to departments, to everybody, and before it is published. */
@org.springframework.stereotype.Component
public class ProgrammeParts {

    private final ProgrammeWords words;
    private final ProgrammeForms forms;
    private final FormViews views;
    private final Eligibility eligibility;
    private final Clauses clauses;
    private final Texts texts;
    private final Clock clock;

    ProgrammeParts(
            ProgrammeWords words,
            ProgrammeForms forms,
            FormViews views,
            Eligibility eligibility,
            Clauses clauses,
            Texts texts,
            Clock clock) {
        this.words = words;
        this.forms = forms;
        this.views = views;
        this.eligibility = eligibility;
        this.clauses = clauses;
        this.texts = texts;
        this.clock = clock;
    }

    /** {@code Jilin · version 2}, and the clause that it rests on. */
    public String line(Programme programme) {
        return texts.of(
                "selection.programme.line",
                words.province(programme.province()),
                programme.version(),
                programme.clauses().stream().limit(1).map(this::clause).collect(Collectors.joining()));
    }

    private String clause(String reference) {
        return locale().getLanguage().equals("en")
                ? reference
                : clauses.find(reference)
                        .map(clause -> clause.number() + clause.title())
                        .orElse(reference);
    }

    /** Where one applies, with the programme chosen: relative to the application's root; whoever is not logged in logs in first. */
    public static String applicationAddress(Programme programme) {
        return "services/pilot-application?programme=" + programme.key();
    }

    /** {@code exactly 2}, {@code about 20}. */
    public String quota(Track track) {
        return words.quota(track.quota());
    }

    /** Who carries it out, into which register, for how long. */
    private Component facts(Programme programme) {
        return new Panel(
                texts.of("selection.programme.about"),
                new Paragraph(programme.summary(locale())),
                new Facts()
                        .with(field("leads"), words.departments(programme, programme.leads()))
                        .with(field("participants"), words.departments(programme, programme.participants()))
                        .with(
                                field("register"),
                                programme.register() == null
                                        ? ""
                                        : texts.of("selection.register-kind." + programme.register()))
                        .with(field("validityYears"), texts.of("selection.years", programme.validityYears()))
                        .with(field("noticeDays"), texts.of("selection.working-days", programme.noticeDays()))
                        .with(
                                field("partners"),
                                programme.partners() == null ? "" : words.quota(programme.partners())));
    }

    /**
     * Conditions and criteria of each track.
     *
     * @param application the form of a track, or what stands for it
     * @param organization whose right to apply is said; null for nobody's
     * @param receives whether it can apply now where it has the right
     */
    private Component tracks(
            Programme programme,
            Function<Track, Component> application,
            @Nullable String organization,
            boolean receives) {
        var stack = new Div();
        stack.addClassName("stack");
        programme
                .tracks()
                .forEach(track -> stack.add(track(programme, track, application.apply(track), organization, receives)));
        return stack;
    }

    private Component track(
            Programme programme, Track track, Component application, @Nullable String organization, boolean receives) {
        var facts = new Facts()
                .with(field("applicants"), words.applicants(track))
                .with(field("eligibility"), tableWords(track))
                .with(field("quota"), words.quota(track.quota()))
                .with(field("route"), words.route(track))
                .with(field("panelSize"), texts.of("selection.experts", track.panelSize()));
        var table =
                new PlainTable(field("criterion"), field("weight"), field("max"), field("guidance")).withNumbers(1, 2);
        track.criteria()
                .forEach(criterion -> table.row(
                        unbroken(criterion.name(locale())),
                        criterion.weight() + "%",
                        criterion.max(),
                        criterion.guidance(locale())));
        var panel = new Panel(track.name(locale()), facts, table, application);
        panel.addToSide(new Badge(words.quota(track.quota()), Badge.Tone.NEUTRAL));
        if (organization != null && eligibility.tables().contains(track.eligibility())) {
            var refusal = eligibility.check(programme, track, organization);
            panel.addToSide(
                    refusal.isEmpty()
                            ? new Badge(texts.of("selection.programme.may-apply"), Badge.Tone.GOOD)
                            : new Badge(texts.of("selection.programme.may-not-apply"), Badge.Tone.NEUTRAL));
            if (receives && refusal.isEmpty()) {
                panel.addToSide(new Anchor(
                        applicationAddress(programme) + "&track=" + track.key(),
                        texts.of("selection.programme.apply-track")));
            }
            refusal.ifPresent(why -> {
                var line = new Paragraph(texts.of(why));
                line.addClassName("muted");
                panel.add(line);
            });
        }
        return panel;
    }

    private static Component unbroken(String words) {
        var name = new Span(words);
        name.addClassName("nowrap");
        return name;
    }

    private String tableWords(Track track) {
        return eligibility.tables().contains(track.eligibility())
                ? texts.of("selection.table." + track.eligibility())
                : track.eligibility();
    }

    /** The application form as applicants see it; made when it is opened. */
    private Component form(Track track) {
        var details = new Details(texts.of("selection.programme.see-form"));
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && details.getContent().findAny().isEmpty()) {
                details.add(
                        forms.ids().contains(track.form())
                                ? views.of(Form.parse(forms.json(track.form())), Map.of())
                                : new EmptyState(texts.of("selection.programme.check.unknown-form")));
            }
        });
        return details;
    }

    /** What the form asks, for those who cannot fill it in. */
    private Component questions(Track track) {
        var list = new UnorderedList();
        list.addClassName("plain-list");
        Form.parse(forms.json(track.form())).in(locale()).fields().stream()
                .filter(field -> field.key().isPresent())
                .flatMap(field -> field.text("label").stream())
                .distinct()
                .forEach(label -> list.add(new ListItem(label)));
        return new Details(texts.of("selection.programme.see-questions"), list);
    }

    /** From the sheets of the experts to a list. */
    private Component scoring(Programme programme) {
        var scoring = programme.scoring();
        if (scoring == null || scoring.rule() == null) {
            return new Div();
        }
        return new Panel(
                texts.of("selection.programme.scoring"),
                new Facts()
                        .with(field("rule"), texts.of("selection.scoring." + scoring.rule()))
                        .with(
                                field("ties"),
                                scoring.ties().stream()
                                        .map(tie -> words.tie(programme, tie))
                                        .collect(Collectors.joining(" → ")))
                        .with(field("spreadAlarm"), texts.of("selection.points", scoring.spreadAlarm())));
    }

    /** What of it is in no document. */
    private Component defaults(Programme programme) {
        if (programme.defaults().isEmpty()) {
            return new Div();
        }
        var list = new UnorderedList();
        list.addClassName("plain-list");
        programme.defaults().forEach(note -> list.add(new ListItem(note.in(locale()))));
        var panel = new Panel(
                texts.of("selection.programme.defaults"),
                new Paragraph(texts.of("selection.programme.defaults.line")),
                list);
        panel.addToSide(new Badge(texts.of("desk.settings.default"), Badge.Tone.WARNING));
        panel.setCount(programme.defaults().size());
        return panel;
    }

    /** The clauses that it rests on, word for word. */
    private Component clauses(Programme programme) {
        return new ClausePanel(programme.clauses().stream()
                .flatMap(reference -> clauses.find(reference).stream())
                .toList());
    }

    /**
     * Everything one has to know before one applies, with the application forms, in the order in which it is read.
     *
     * @param organization whose right to apply is said; null for nobody's
     * @param receives whether it can apply now where it has the right
     */
    Component all(Programme programme, @Nullable String organization, boolean receives) {
        return work(programme, tracks(programme, this::form, organization, receives));
    }

    /** The same for everybody, with what the forms ask. */
    public Component publicPart(Programme programme) {
        return work(programme, tracks(programme, this::questions, null, false));
    }

    private Component work(Programme programme, Component tracks) {
        var main = new Div(facts(programme), tracks, scoring(programme));
        main.addClassName("work-main");
        var side = new Div(clauses(programme), defaults(programme));
        side.addClassName("work-side");
        var work = new Div(main, side);
        work.addClassName("work");
        return work;
    }

    /** Since when and why no new round of a programme begins. */
    public Component retired(Retirement retirement) {
        var line = new Paragraph(
                new Badge(texts.of("selection.retirement.state"), Badge.Tone.WARNING),
                new Span(" "
                        + texts.of("selection.retirement.line", Formats.moment(retirement.at()), retirement.reason())));
        line.addClassName("hint");
        return line;
    }

    /**
     * Rounds, the newest first.
     *
     * @param address of the page of a round; nothing where there is none for the reader
     */
    public Component rounds(List<Round> rounds, @Nullable Function<Round, String> address) {
        var panel = new Panel(texts.of("selection.programme.rounds"));
        panel.setCount(rounds.size());
        if (rounds.isEmpty()) {
            panel.add(new EmptyState(texts.of("selection.programme.no-round")));
        }
        var rows = new Div();
        rows.addClassName("rows");
        rounds.forEach(round -> rows.add(round(round, address)));
        panel.add(rows);
        return panel;
    }

    private Component round(Round round, @Nullable Function<Round, String> address) {
        var title = address == null ? new Span(round.title()) : new Anchor(address.apply(round), round.title());
        title.addClassName("row-title");
        var state = new Badge(texts.of("selection.round-status." + round.status()), tone(round));
        var side = new Div(state);
        side.addClassName("row-side");
        var line = new Span(texts.of(
                "selection.round.line",
                Formats.moment(round.opensAt()),
                Formats.moment(round.closesAt()),
                round.document() == null ? texts.of("selection.round.no-document") : round.document()));
        line.addClassName("row-line");
        var row = new Div(title, side, line);
        row.addClassName("row");
        return row;
    }

    private Badge.Tone tone(Round round) {
        if (round.receives(clock.instant())) {
            return Badge.Tone.GOOD;
        }
        return round.status() == RoundStatus.FINISHED || round.status() == RoundStatus.CANCELLED
                ? Badge.Tone.NEUTRAL
                : Badge.Tone.ACTIVE;
    }

    /** What a later version says otherwise. */
    Component differences(Programme before, Programme after) {
        var differences = words.differences(before, after);
        if (differences.isEmpty()) {
            return new EmptyState(texts.of("selection.programme.no-difference"));
        }
        var table = new PlainTable(
                texts.of("selection.programme.place"),
                texts.of("selection.programme.version", before.version()),
                texts.of("selection.programme.version", after.version()));
        differences.forEach(difference -> table.row(difference.place(), difference.before(), difference.after()));
        return table;
    }

    String field(String name) {
        return texts.of("selection.programme.field." + name);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
