package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rongtong.selection.programme.RegisterKind;
import rongtong.selection.register.PolicyTarget;
import rongtong.selection.register.PolicyTargets;
import rongtong.selection.register.RecognitionFilter;
import rongtong.selection.register.RecognitionRow;
import rongtong.selection.register.RecognitionSheets;
import rongtong.selection.register.RecognitionStatus;
import rongtong.selection.register.RecognitionView;
import rongtong.selection.register.Recognitions;
import rongtong.shared.PageRequest;
import rongtong.shared.Texts;
import rongtong.ui.Badge;
import rongtong.ui.EmptyState;
import rongtong.ui.Facts;
import rongtong.ui.Formats;
import rongtong.ui.Panel;
import rongtong.ui.PlainTable;
import rongtong.workflow.Cases;

/** What the pages of the registers are put together from; the public page shows some of it too. */
@org.springframework.stereotype.Component
public class PilotParts {

    private final Recognitions recognitions;
    private final PolicyTargets targets;
    private final RecognitionSheets sheets;
    private final Cases cases;
    private final Texts texts;

    PilotParts(Recognitions recognitions, PolicyTargets targets, RecognitionSheets sheets, Cases cases, Texts texts) {
        this.recognitions = recognitions;
        this.targets = targets;
        this.sheets = sheets;
        this.cases = cases;
        this.texts = texts;
    }

    Recognitions recognitions() {
        return recognitions;
    }

    RecognitionSheets sheets() {
        return sheets;
    }

    /** State in one word, and beside it that an entry is no real one. */
    Component state(RecognitionRow row) {
        var cell = new Div(new Badge(texts.of("selection.register.status." + row.status()), tone(row.status())));
        cell.addClassName("pilot-state");
        if (!row.source().isEmpty()) {
            cell.add(new Badge(texts.of("selection.register.source." + row.source()), Badge.Tone.NEUTRAL));
        }
        return cell;
    }

    static Badge.Tone tone(RecognitionStatus status) {
        return switch (status) {
            case ACTIVE -> Badge.Tone.GOOD;
            case RECTIFYING, EXPIRED -> Badge.Tone.WARNING;
            case COMPLETED -> Badge.Tone.NEUTRAL;
            case WITHDRAWN -> Badge.Tone.BAD;
        };
    }

    String validity(RecognitionRow row) {
        return texts.of("selection.register.validity", Formats.day(row.validFrom()), Formats.day(row.validTo()));
    }

    String grade(RecognitionRow row) {
        var grade = row.grade();
        return grade == null ? "—" : texts.of("selection.register.grade." + grade);
    }

    /** Progress against the numbers of the policy documents, of one register and province or of all. */
    Component targets(@Nullable RegisterKind register, @Nullable String province) {
        var list = new Div();
        list.addClassName("pilot-targets");
        targets.all().stream()
                .filter(target -> register == null || target.register() == register)
                .filter(target -> province == null || target.province().equals(province))
                .map(this::target)
                .forEach(list::add);
        var panel = new Panel(texts.of("selection.register.targets"));
        var line = new Paragraph(texts.of("selection.register.targets.line"));
        line.addClassName("list-line");
        panel.add(line, list);
        panel.setVisible(list.getComponentCount() > 0);
        return panel;
    }

    private Component target(PolicyTarget target) {
        var name = new Span(texts.of("selection.register.target." + target.rule()));
        name.addClassName("pilot-target-name");
        var goal = new Span(texts.of("selection.register.target." + target.kind(), target.amount()));
        goal.addClassName("pilot-target-goal");
        var card = new Div(new Div(name, goal), bar(target));
        card.getComponentAt(0).addClassName("pilot-target-head");
        var foot = new Div();
        foot.addClassName("list-line");
        foot.setText(String.join(" · ", foot(target)));
        card.add(foot);
        card.addClassName("pilot-target");
        card.getElement().setAttribute("title", target.quotation());
        return card;
    }

    private List<String> foot(PolicyTarget target) {
        var words = new java.util.ArrayList<String>();
        words.add(texts.of("selection.register.province." + target.province()));
        var reached = target.reached();
        words.add(
                reached == null
                        ? texts.of("selection.register.target.elsewhere")
                        : texts.of("selection.register.target.reached", reached));
        var year = target.year();
        var then = target.reachedInTime();
        words.add(
                year == null
                        ? texts.of("selection.register.target.no-year")
                        : texts.of("selection.register.target.year", year.toString()));
        if (year != null && then != null) {
            words.add(texts.of("selection.register.target.in-time", year.toString(), then));
        }
        words.add(target.document() + " " + target.clause());
        return words;
    }

    private Component bar(PolicyTarget target) {
        var bar = new ProgressBar(0, 1, Math.min(1, target.share()));
        bar.getElement().setAttribute("aria-label", texts.of("selection.register.target." + target.rule()));
        bar.setVisible(target.reached() != null);
        return bar;
    }

    /** Number, organisation, programme, validity, how it ended. */
    Component facts(RecognitionView view) {
        var row = view.row();
        var facts = new Facts()
                .with(
                        texts.of("selection.register.column.register"),
                        texts.of("selection.register.kind." + row.register()))
                .with(texts.of("selection.register.column.organization"), row.organizationName())
                .with(
                        texts.of("selection.register.column.province"),
                        texts.of("selection.register.province." + row.province()))
                .with(texts.of("selection.register.column.programme"), row.programmeName())
                .with(texts.of("selection.register.column.track"), row.trackName())
                .with(texts.of("selection.register.organ"), view.organName())
                .with(texts.of("selection.register.column.status"), state(row))
                .with(texts.of("selection.register.column.validity"), validity(row));
        var ended = row.endedOn();
        if (ended != null) {
            facts.with(texts.of("selection.register.ended"), Formats.day(ended));
        }
        if (!view.withdrawnFor().isEmpty()) {
            facts.with(texts.of("selection.register.withdrawn-for"), view.withdrawnFor());
        }
        var application = view.application();
        // all public bodies read evaluations, but not all of them take part in the case
        if (application != null && cases.visible(application)) {
            facts.with(
                    texts.of("selection.register.case"),
                    new Anchor("cases/" + application, texts.of("selection.register.open-case")));
        }
        var stack = new Div();
        stack.addClassName("stack");
        if (!row.source().isEmpty()) {
            var note = new Paragraph(texts.of("selection.register.demonstration"));
            note.addClassNames("hint", "hint-warning");
            stack.add(note);
        }
        stack.add(new Panel(texts.of("selection.register.facts"), facts));
        return stack;
    }

    /** All evaluations in their order, with what followed. */
    Component evaluations(RecognitionView view) {
        var title = texts.of("selection.register.evaluations");
        if (!view.evaluationsReadable()) {
            return new Panel(title, new EmptyState(texts.of("selection.register.evaluations-closed")));
        }
        if (view.evaluations().isEmpty()) {
            return new Panel(title, new EmptyState(texts.of("selection.register.no-evaluations")));
        }
        var table = table("check", "day", "evaluator", "grade", "conclusion", "text");
        view.evaluations().forEach(evaluation -> {
            var words = new Div(new Paragraph(evaluation.text()));
            if (!evaluation.reasons().isEmpty() && !evaluation.reasons().equals(evaluation.text())) {
                words.add(new Paragraph(evaluation.reasons()));
            }
            words.addClassName("pilot-words");
            table.row(
                    texts.of("selection.register.check." + evaluation.kind()),
                    Formats.day(evaluation.at()),
                    evaluation.evaluator()
                            + (evaluation.thirdParty() ? " · " + texts.of("selection.register.third-party") : ""),
                    texts.of("selection.register.grade." + evaluation.grade()),
                    texts.of("selection.register.conclusion." + evaluation.conclusion()),
                    words);
        });
        var panel = new Panel(title, table);
        panel.setCount(view.evaluations().size());
        return panel;
    }

    /** Later decisions that the evaluations were laid before (R-JL-34). */
    Component uses(RecognitionView view) {
        if (view.uses().isEmpty()) {
            return new Panel(
                    texts.of("selection.register.uses"), new EmptyState(texts.of("selection.register.no-uses")));
        }
        var table = table("purpose", "decision", "day");
        view.uses()
                .forEach(use -> table.row(
                        texts.of("selection.register.purpose." + use.purpose()),
                        use.decision(),
                        Formats.day(use.at())));
        return new Panel(texts.of("selection.register.uses"), table);
    }

    private PlainTable table(String... columns) {
        var headers = new String[columns.length];
        for (int i = 0; i < columns.length; i++) {
            headers[i] = texts.of("selection.register.head." + columns[i]);
        }
        return new PlainTable(headers);
    }

    /**
     * Cards of what was published, for everybody.
     *
     * @param register constant of {@code RegisterKind}; empty for all
     * @param text part of title, number or organisation
     */
    public List<Component> published(String register, String text) {
        var filter = RecognitionFilter.of(register, null, null, null, null, text);
        return recognitions.published(filter, 0, PageRequest.LARGEST).items().stream()
                .map(this::card)
                .toList();
    }

    /** How many there are of it. */
    public long countPublished(String register, String text) {
        return recognitions
                .published(RecognitionFilter.of(register, null, null, null, null, text), 0, 1)
                .total();
    }

    /** Constants of {@code RegisterKind} in their order. */
    public List<String> registers() {
        return java.util.Arrays.stream(RegisterKind.values()).map(Enum::name).toList();
    }

    private Component card(RecognitionRow row) {
        var title = new H2(row.title());
        title.addClassName("pilot-card-title");
        var head = new Div(title, state(row));
        head.addClassName("pilot-card-head");
        var line = new Paragraph(String.join(
                " · ",
                row.organizationName(),
                texts.of("selection.register.kind." + row.register()),
                texts.of("selection.register.province." + row.province()),
                row.number(),
                validity(row)));
        line.addClassName("list-line");
        var card = new Div(head, line);
        card.addClassNames("panel", "portal-card");
        return card;
    }
}
