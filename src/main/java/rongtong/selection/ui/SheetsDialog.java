package rongtong.selection.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.selection.panel.Assigned;
import rongtong.selection.programme.Criterion;
import rongtong.selection.review.ScoringDesk;
import rongtong.ui.PlainTable;

/** All sheets of a review before they are handed in: every point, the totals, and where one is missing. */
class SheetsDialog extends Dialog {

    /**
     * @param go leads to an application where something is missing
     * @param submitted called when all are handed in
     */
    SheetsDialog(ScoringDesk desk, UUID review, SerializableConsumer<Assigned> go, SerializableRunnable submitted) {
        setHeaderTitle(getTranslation("selection.scoring.submit"));
        setWidth("56rem");
        setMaxWidth("96vw");
        var all = desk.mine(review);
        var criteria = desk.heading(all.getFirst()).criteria();
        var missing = all.stream()
                .mapToInt(each ->
                        ScoringDesk.missing(criteria, ScoringDesk.scores(each)).size())
                .sum();
        var words = new Paragraph(
                missing == 0
                        ? getTranslation("selection.scoring.submit.consequence", all.size())
                        : getTranslation("selection.scoring.submit.missing", missing));
        words.addClassName("hint");
        words.setClassName("hint-warning", missing > 0);
        add(words, table(all, criteria, go));
        var confirm = new Button(getTranslation("selection.scoring.submit.deed"), click -> {
            desk.submit(review);
            close();
            submitted.run();
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setEnabled(missing == 0);
        confirm.setDisableOnClick(true);
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), confirm);
    }

    private PlainTable table(List<Assigned> all, List<Criterion> criteria, SerializableConsumer<Assigned> go) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        var headers = new ArrayList<String>();
        headers.add(getTranslation("selection.scoring.application"));
        criteria.forEach(criterion -> headers.add(english ? criterion.nameEn() : criterion.name()));
        headers.add(getTranslation("selection.scoring.total"));
        headers.add(getTranslation("selection.scoring.comment"));
        var table = new PlainTable(headers.toArray(String[]::new));
        for (var each : all) {
            var scores = ScoringDesk.scores(each);
            var cells = new ArrayList<Object>();
            cells.add(each.title());
            for (var criterion : criteria) {
                var points = scores.get(criterion.key());
                cells.add(points == null ? missing(each, go) : new Span(points.toPlainString()));
            }
            cells.add(ScoringDesk.total(criteria, scores).toPlainString());
            var sheet = each.sheet();
            cells.add(getTranslation(
                    sheet == null || sheet.comment().isEmpty() ? "selection.scoring.no" : "selection.scoring.yes"));
            table.row(cells.toArray());
        }
        return table;
    }

    private Button missing(Assigned assigned, SerializableConsumer<Assigned> go) {
        var button = new Button(getTranslation("selection.scoring.missing"), click -> {
            close();
            go.accept(assigned);
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ERROR);
        return button;
    }
}
