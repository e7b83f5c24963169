package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rongtong.organization.Organizations;
import rongtong.policy.Clauses;
import rongtong.policy.Rules;
import rongtong.selection.programme.Eligibility;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.Programme.DefaultNote;
import rongtong.selection.programme.ProgrammeForms;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.RegisterKind;
import rongtong.selection.programme.Scoring;
import rongtong.selection.programme.Scoring.Tie;
import rongtong.selection.programme.Track;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.shared.Texts;
import rongtong.ui.Panel;

/** The fields of a programme that is being written; what is typed is a {@link Programme} at any time. */
class ProgrammeEditor extends Composite<Div> {

    private static final List<String> DOCUMENTS =
            List.of("JL-2018-48", "ZJ-2018", "LN-2018", "LN-ALLIANCE", "GB-2017-95");
    private static final int PANEL = 5;

    /** What the fields choose from. */
    record Sources(
            Organizations organizations,
            Clauses clauses,
            Rules rules,
            Eligibility eligibility,
            ProgrammeForms forms,
            Texts texts) {}

    private final Sources sources;
    private final Places places;
    private Programme shown;

    private TextField name = new TextField();
    private TextField nameEn = new TextField();
    private TextArea summary = new TextArea();
    private TextArea summaryEn = new TextArea();
    private MultiSelectComboBox<String> clauses = new MultiSelectComboBox<>();
    private Select<String> convener = new Select<>();
    private MultiSelectComboBox<String> leads = new MultiSelectComboBox<>();
    private MultiSelectComboBox<String> participants = new MultiSelectComboBox<>();
    private Select<RegisterKind> register = new Select<>();
    private IntegerField years = new IntegerField();
    private Select<Quota.Kind> partnersKind = new Select<>();
    private IntegerField partners = new IntegerField();
    private MultiSelectComboBox<String> targets = new MultiSelectComboBox<>();
    private Select<Scoring.Rule> rule = new Select<>();
    private IntegerField spread = new IntegerField();
    private IntegerField notice = new IntegerField();
    private final List<Select<String>> ties = new ArrayList<>();
    private final List<TrackEditor> tracks = new ArrayList<>();
    private final List<NoteEditor> notes = new ArrayList<>();

    /** @param onChange called after each change */
    ProgrammeEditor(Programme programme, Sources sources, Runnable onChange) {
        this.sources = sources;
        this.places = new Places(sources.texts(), onChange);
        this.shown = programme;
        getContent().addClassName("stack");
        build();
    }

    /** Says what is wrong at its place. */
    void show(List<FieldError> errors) {
        places.show(errors);
    }

    /** What is typed. */
    Programme value() {
        return new Programme(
                shown.key(),
                shown.version(),
                shown.province(),
                name.getValue().strip(),
                nameEn.getValue().strip(),
                summary.getValue().strip(),
                summaryEn.getValue().strip(),
                ordered(clauses.getValue(), shown.clauses()),
                leadsInOrder(),
                ordered(participants.getValue(), shown.participants()),
                register.getValue(),
                tracks.stream().map(TrackEditor::value).toList(),
                new Scoring(
                        rule.getValue(),
                        ties.stream()
                                .map(Select::getValue)
                                .filter(Objects::nonNull)
                                .map(ProgrammeEditor::tie)
                                .toList(),
                        or(spread)),
                or(notice),
                or(years),
                partnersKind.getValue() == null ? null : new Quota(partnersKind.getValue(), or(partners)),
                ordered(targets.getValue(), shown.targets()),
                notes.stream().map(NoteEditor::value).toList());
    }

    /** The convener first. */
    private List<String> leadsInOrder() {
        var first = convener.getValue();
        var all = ordered(leads.getValue(), shown.leads());
        return first == null || !all.contains(first)
                ? all
                : Stream.concat(Stream.of(first), all.stream().filter(lead -> !lead.equals(first)))
                        .toList();
    }

    /** In the order that was there, what is new at the end. */
    private static List<String> ordered(Set<String> chosen, List<String> before) {
        var ordered = new LinkedHashSet<>(before);
        ordered.retainAll(chosen);
        chosen.stream().sorted().forEach(ordered::add);
        return List.copyOf(ordered);
    }

    /** Takes what is typed, changes it and shows it anew. */
    private void change(UnaryOperator<Programme> change) {
        shown = change.apply(value());
        build();
        places.changed();
    }

    private void build() {
        places.forget();
        tracks.clear();
        notes.clear();
        ties.clear();
        getContent().removeAll();
        getContent().add(basics(), tracksPart(), scoringPart(), noticePart(), defaultsPart());
    }

    private Component basics() {
        name = text("name", shown.name());
        nameEn = text("nameEn", shown.nameEn());
        summary = area("summary", shown.summary());
        summaryEn = area("summaryEn", shown.summaryEn());
        clauses = several("clauses", references(), shown.clauses(), this::clause);
        clauses.setHelperText(getTranslation("selection.programme.clauses-help"));
        var functions =
                List.copyOf(sources.organizations().functions(shown.province()).keySet());
        leads = several("leads", functions, shown.leads(), this::department);
        convener = new Select<>();
        convener.setLabel(field("convener"));
        convener.setItems(shown.leads());
        convener.setItemLabelGenerator(this::department);
        convener.setValue(shown.leads().isEmpty() ? null : shown.convener());
        places.at("convener", convener);
        leads.addValueChangeListener(change -> {
            var before = convener.getValue();
            var now = ordered(change.getValue(), shown.leads());
            convener.setItems(now);
            convener.setValue(now.contains(before) ? before : now.isEmpty() ? null : now.getFirst());
        });
        participants = several("participants", functions, shown.participants(), this::department);
        register = new Select<>();
        register.setLabel(field("register"));
        register.setItems(RegisterKind.values());
        register.setItemLabelGenerator(kind -> getTranslation("selection.register-kind." + kind));
        register.setValue(shown.register());
        places.at("register", register);
        years = integer("validityYears", "validityYears", shown.validityYears());
        partnersKind = new Select<>();
        partnersKind.setLabel(field("partners"));
        partnersKind.setEmptySelectionAllowed(true);
        partnersKind.setEmptySelectionCaption(getTranslation("selection.programme.no-partners"));
        partnersKind.setItems(Quota.Kind.EXACTLY, Quota.Kind.ABOUT, Quota.Kind.AT_LEAST, Quota.Kind.AT_MOST);
        partnersKind.setItemLabelGenerator(kind ->
                getTranslation(kind == null ? "selection.programme.no-partners" : "selection.quota-kind." + kind));
        partnersKind.setValue(shown.partners() == null ? null : shown.partners().kind());
        places.at("partners.kind", partnersKind);
        partners = integer(
                "partners.places",
                "places",
                shown.partners() == null ? 0 : shown.partners().places());
        targets = several(
                "targets",
                sources.rules().all().stream().map(one -> one.id()).toList(),
                shown.targets(),
                UnaryOperator.identity());
        targets.setItemLabelGenerator(this::target);
        var fields = new Div(name, nameEn, convener, leads, participants, register, years, partnersKind, partners);
        fields.addClassName("programme-fields");
        clauses.addClassName("programme-wide");
        targets.addClassName("programme-wide");
        var wide = new Div(summary, summaryEn, clauses, targets);
        wide.addClassName("programme-texts");
        return new Panel(getTranslation("selection.programme.section.basics"), fields, wide);
    }

    private List<String> references() {
        return DOCUMENTS.stream()
                .flatMap(document -> sources.clauses().of(document).stream())
                .map(clause -> clause.document() + " " + clause.number())
                .toList();
    }

    private String clause(String reference) {
        return sources.clauses()
                .find(reference)
                .map(clause -> reference + " " + clause.title())
                .orElse(reference);
    }

    private String department(String function) {
        return sources.organizations()
                .findResponsible(shown.province(), function)
                .map(sources.organizations()::name)
                .orElse(function);
    }

    private String target(String id) {
        return sources.rules().find(id).map(one -> id + " " + one.quotation()).orElse(id);
    }

    private Component tracksPart() {
        var panel = new Panel(getTranslation("selection.programme.section.tracks"));
        for (int i = 0; i < shown.tracks().size(); i++) {
            var index = i;
            var editor = new TrackEditor(
                    shown.tracks().get(i),
                    "tracks[" + i + "]",
                    places,
                    sources.eligibility().tables(),
                    sources.forms().ids(),
                    () -> change(now -> now.with(without(now.tracks(), index))),
                    () -> change(UnaryOperator.identity()));
            tracks.add(editor);
            panel.add(editor);
        }
        var add = new Button(
                getTranslation("selection.programme.add-track"),
                click -> change(now -> now.with(Stream.concat(now.tracks().stream(), Stream.of(emptyTrack()))
                        .toList())));
        panel.add(add);
        panel.setCount(shown.tracks().size());
        return panel;
    }

    private static Track emptyTrack() {
        return new Track("", "", "", Set.of(), new Quota(Quota.Kind.OPEN, 0), "", "", List.of(), List.of(), PANEL);
    }

    private static <T> List<T> without(List<T> all, int index) {
        var rest = new ArrayList<>(all);
        rest.remove(index);
        return rest;
    }

    private Component scoringPart() {
        rule = new Select<>();
        rule.setLabel(field("rule"));
        rule.setItems(Scoring.Rule.values());
        rule.setItemLabelGenerator(one -> getTranslation("selection.scoring." + one));
        rule.setValue(shown.scoring().rule());
        places.at("scoring.rule", rule);
        spread = integer("scoring.spreadAlarm", "spreadAlarm", shown.scoring().spreadAlarm());
        var fields = new Div(rule, spread);
        fields.addClassName("programme-fields");
        var order = new Div();
        order.addClassName("programme-fields");
        var items = tieItems();
        for (int i = 0; i < Tie.Kind.values().length; i++) {
            var choice = new Select<String>();
            choice.setLabel(getTranslation("selection.programme.tie-number", i + 1));
            choice.setEmptySelectionAllowed(true);
            choice.setEmptySelectionCaption("—");
            choice.setItems(items);
            choice.setItemLabelGenerator(this::tieWords);
            var now = i < shown.scoring().ties().size()
                    ? code(shown.scoring().ties().get(i))
                    : null;
            choice.setValue(now != null && items.contains(now) ? now : null);
            ties.add(places.at(i == 0 ? "scoring.ties" : "scoring.ties[" + i + "]", choice));
            order.add(choice);
        }
        return new Panel(
                getTranslation("selection.programme.section.scoring"),
                fields,
                new Paragraph(getTranslation("selection.programme.ties-line")),
                order);
    }

    /** Ways to break a tie as one word each: the kind, or the kind and the criterion. */
    private List<String> tieItems() {
        return Stream.concat(
                        shown.tracks().stream()
                                .flatMap(track -> track.criteria().stream())
                                .map(criterion -> code(new Tie(Tie.Kind.CRITERION, criterion.key())))
                                .distinct(),
                        Stream.of(
                                        Tie.Kind.PROVINCIAL_PROJECT,
                                        Tie.Kind.SMALLER_SPREAD,
                                        Tie.Kind.EARLIER_RECEIPT,
                                        Tie.Kind.JOINT_MEETING)
                                .map(Enum::name))
                .toList();
    }

    private static String code(Tie tie) {
        return tie.criterion() == null ? tie.kind().name() : tie.kind().name() + ":" + tie.criterion();
    }

    private static Tie tie(String code) {
        var parts = code.split(":", 2);
        return new Tie(Tie.Kind.valueOf(parts[0]), parts.length > 1 ? parts[1] : null);
    }

    private String tieWords(@Nullable String code) {
        if (code == null) {
            return "—";
        }
        var tie = tie(code);
        return tie.criterion() == null
                ? getTranslation("selection.tie." + tie.kind())
                : getTranslation(
                        "selection.tie.CRITERION",
                        shown.tracks().stream()
                                .flatMap(track -> track.criteria().stream())
                                .filter(criterion -> criterion.key().equals(tie.criterion()))
                                .findFirst()
                                .map(criterion -> criterion.name(getLocale()))
                                .orElse(tie.criterion()));
    }

    private Component noticePart() {
        notice = integer("noticeDays", "noticeDays", shown.noticeDays());
        notice.setHelperText(getTranslation("selection.programme.notice-help"));
        return new Panel(getTranslation("selection.programme.section.notice"), notice);
    }

    private Component defaultsPart() {
        var panel = new Panel(
                getTranslation("selection.programme.defaults"),
                new Paragraph(getTranslation("selection.programme.defaults-help")));
        for (int i = 0; i < shown.defaults().size(); i++) {
            var note = new NoteEditor(shown.defaults().get(i), i);
            notes.add(note);
            panel.add(note);
        }
        var add = new Button(
                getTranslation("selection.programme.add-default"),
                click -> change(now ->
                        now.withDefaults(Stream.concat(now.defaults().stream(), Stream.of(new DefaultNote("", "")))
                                .toList())));
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        panel.add(add);
        return panel;
    }

    private TextField text(String path, String value) {
        var field = new TextField(field(path));
        field.setMaxLength(100);
        field.setValue(value);
        return places.at(path, field);
    }

    private TextArea area(String path, String value) {
        var field = new TextArea(field(path));
        field.setMaxLength(1000);
        field.setMinRows(2);
        field.setValue(value);
        return places.at(path, field);
    }

    private IntegerField integer(String path, String label, int value) {
        var field = new IntegerField(field(label));
        field.setMin(0);
        field.setStepButtonsVisible(true);
        field.setValue(value);
        return places.at(path, field);
    }

    private MultiSelectComboBox<String> several(
            String path, Collection<String> items, List<String> chosen, UnaryOperator<String> words) {
        var field = new MultiSelectComboBox<String>(field(path));
        var all = new LinkedHashSet<>(items);
        all.addAll(chosen);
        field.setItems(all);
        field.setItemLabelGenerator(words::apply);
        field.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        field.setValue(new LinkedHashSet<>(chosen));
        return places.at(path, field);
    }

    private String field(String name) {
        return getTranslation("selection.programme.field." + name);
    }

    private static int or(IntegerField field) {
        return field.getValue() == null ? 0 : field.getValue();
    }

    /** One thing that is in no document. */
    private final class NoteEditor extends Composite<Div> {

        private final TextArea zh = new TextArea(field("defaultZh"));
        private final TextArea en = new TextArea(field("defaultEn"));

        NoteEditor(DefaultNote note, int index) {
            zh.setValue(note.zh());
            zh.setMaxLength(1000);
            en.setValue(note.en());
            en.setMaxLength(1000);
            places.at("defaults[" + index + "].zh", zh);
            places.at("defaults[" + index + "].en", en);
            var remove = new Button(
                    getTranslation("selection.programme.remove-default"),
                    click -> change(now -> now.withDefaults(without(now.defaults(), index))));
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
            getContent().addClassName("programme-texts");
            getContent().add(zh, en, remove);
        }

        DefaultNote value() {
            return new DefaultNote(zh.getValue().strip(), en.getValue().strip());
        }
    }
}
