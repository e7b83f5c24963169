package rongtong.workflow.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import rongtong.policy.Clause;
import rongtong.ui.Panel;

/** The clauses that a step or a service rests on: document, number, quotation. */
public class ClausePanel extends Panel {

    public ClausePanel(List<Clause> clauses) {
        super(translate("desk.clause"));
        if (clauses.isEmpty()) {
            var none = new Paragraph(getTranslation("desk.clause.none"));
            none.addClassName("muted");
            add(none);
        }
        clauses.forEach(clause -> add(clause(clause)));
    }

    private Div clause(Clause clause) {
        var source =
                new Div(getTranslation("desk.clause.source", clause.documentTitle(), clause.number(), clause.title()));
        source.addClassName("clause-source");
        var quotation = new Div(getTranslation("desk.clause.quotation", clause.quotation()));
        quotation.addClassName("clause-quotation");
        quotation.getElement().setAttribute("lang", "zh-CN");
        var part = new Div(source, quotation);
        part.addClassName("clause");
        return part;
    }
}
