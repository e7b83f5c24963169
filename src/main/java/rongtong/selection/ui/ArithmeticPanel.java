package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rongtong.identity.Accounts;
import rongtong.selection.programme.Track;
import rongtong.selection.ranking.Arithmetic;
import rongtong.selection.ranking.ComparedApplication;
import rongtong.selection.ranking.ExplainedRow;
import rongtong.selection.ranking.Figures;
import rongtong.selection.ranking.Position;
import rongtong.ui.Facts;
import rongtong.ui.PlainTable;
import rongtong.workflow.ui.CaseNavigation;

/** How the result of one application came about, for whoever reckons it again. */
class ArithmeticPanel extends Div {

    private final transient ExplainedRow explained;
    private final transient Track track;
    private final transient Accounts accounts;

    ArithmeticPanel(
            ExplainedRow explained, Track track, List<ComparedApplication.Comment> comments, Accounts accounts) {
        this.explained = explained;
        this.track = track;
        this.accounts = accounts;
        addClassNames("stack", "arithmetic");
        add(sheets(), facts());
        if (!comments.isEmpty()) {
            add(comments(comments));
        }
        add(new Anchor(
                CaseNavigation.address(explained.row().application()), getTranslation("selection.ranking.to-case")));
    }

    private Arithmetic arithmetic() {
        return explained.arithmetic();
    }

    /** One line for each expert: scores, contributions, total, what counts. */
    private Component sheets() {
        var heads = new ArrayList<String>();
        heads.add(getTranslation("selection.ranking.column.expert"));
        track.criteria()
                .forEach(criterion -> heads.add(getTranslation(
                        "selection.ranking.criterion-head",
                        SelectionWords.name(criterion),
                        criterion.max(),
                        criterion.weight())));
        heads.add(getTranslation("selection.ranking.column.total"));
        boolean normalised = arithmetic().scale() != null;
        if (normalised) {
            heads.add(getTranslation("selection.ranking.column.value"));
        }
        heads.add(getTranslation("selection.ranking.column.use"));
        var table = new PlainTable(heads.toArray(String[]::new));
        for (var sheet : arithmetic().sheets()) {
            var cells = new ArrayList<Object>();
            cells.add(who(sheet.expert()));
            sheet.contributions().forEach(contribution -> cells.add(contribution.formula()));
            cells.add(total(sheet));
            if (normalised) {
                cells.add(normalisation(sheet));
            }
            cells.add(getTranslation("selection.ranking.use." + sheet.use()));
            table.row(cells.toArray());
        }
        return table;
    }

    private static Component total(Arithmetic.SheetLine sheet) {
        var total = new Span(sheet.formula());
        total.addClassName("figure");
        return total;
    }

    private Component normalisation(Arithmetic.SheetLine sheet) {
        var normalisation = sheet.normalisation();
        if (normalisation == null || normalisation.reason() == null) {
            return new Span(sheet.normalFormula(arithmetic().scale()));
        }
        return new Span(getTranslation("selection.ranking.not-normalised." + normalisation.reason()));
    }

    private Component facts() {
        var row = explained.row();
        var facts = new Facts()
                .with(
                        getTranslation("selection.ranking.column.result"),
                        getTranslation("selection.ranking.method."
                                        + arithmetic().used()) + " "
                                + arithmetic().formula());
        if (arithmetic().fellBack()) {
            facts.with(getTranslation("selection.ranking.note"), getTranslation("selection.ranking.fell-back"));
        }
        if (arithmetic().scale() instanceof Arithmetic.Scale scale) {
            facts.with(
                    getTranslation("selection.ranking.scale"),
                    getTranslation(
                            "selection.ranking.scale-words",
                            scale.sheets(),
                            scale.mean().toPlainString(),
                            scale.deviation().toPlainString()));
        }
        facts.with(
                getTranslation("selection.ranking.column.spread"),
                getTranslation(
                        arithmetic().spreadAlarm() ? "selection.ranking.spread-alarm" : "selection.ranking.spread-calm",
                        arithmetic().spreadFormula(),
                        arithmetic().deviation().toPlainString()));
        if (row.tied()) {
            facts.with(
                    getTranslation("selection.ranking.tied"),
                    getTranslation("selection.ranking.tied-words", row.place()));
        } else if (row.parted() != null) {
            facts.with(
                    getTranslation("selection.ranking.tied"),
                    getTranslation("selection.ranking.parted." + row.parted()));
        }
        if (row.position() != Position.NO_LINE) {
            facts.with(getTranslation("selection.ranking.column.position"), line());
        }
        return facts.with(getTranslation("selection.ranking.robustness"), robustness());
    }

    private String line() {
        var row = explained.row();
        var position = getTranslation("selection.ranking.position." + row.position());
        if (row.margin() == null) {
            return position;
        }
        return position + " · "
                + getTranslation(
                        row.position() == Position.WITHIN ? "selection.ranking.ahead" : "selection.ranking.behind",
                        Figures.shown(row.margin().abs()));
    }

    /** What one expert changes, and who. */
    private String robustness() {
        var row = explained.row();
        if (!row.moves()) {
            return getTranslation("selection.ranking.firm", row.place());
        }
        var words = new StringBuilder(
                getTranslation("selection.ranking.moves", SelectionWords.range(row.best(), row.worst())));
        without(explained.bestWithout(), row.best(), words);
        without(explained.worstWithout(), row.worst(), words);
        if (row.crossesLine()) {
            words.append(getTranslation("selection.ranking.crosses-words"));
        }
        return words.toString();
    }

    private void without(@Nullable String expert, int place, StringBuilder words) {
        if (expert != null) {
            words.append(getTranslation("selection.ranking.without", who(expert), place));
        }
    }

    private Component comments(List<ComparedApplication.Comment> comments) {
        var all = new Div();
        comments.forEach(comment -> all.add(
                new Paragraph(getTranslation("selection.ranking.comment", who(comment.expert()), comment.text()))));
        all.addClassName("comments");
        return all;
    }

    /** Numbers that stand for experts are no accounts and stay as they are. */
    private String who(String expert) {
        return accounts.displayName(expert);
    }
}
