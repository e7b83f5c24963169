package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.Panel;
import rongtong.workflow.Drafts;
import rongtong.workflow.Drafts.Draft;
import rongtong.workflow.Services.ServiceName;

/** Applications begun and not yet handed in. */
class DraftList extends Composite<Div> {

    private final transient Drafts drafts;
    private final List<ServiceName> names;

    DraftList(Drafts drafts, List<ServiceName> names) {
        this.drafts = drafts;
        this.names = names;
    }

    void refresh() {
        getContent().removeAll();
        var mine = drafts.mine();
        var panel = new Panel(getTranslation("desk.tab.DRAFTS"));
        panel.setCount(mine.size());
        if (mine.isEmpty()) {
            panel.add(new EmptyState(
                    getTranslation("desk.empty.DRAFTS"), new Anchor("services", getTranslation("desk.services"))));
        }
        mine.forEach(draft -> panel.add(row(draft)));
        getContent().add(panel);
    }

    private Component row(Draft draft) {
        var link = new Anchor("services/" + draft.service() + "?draft=" + draft.id(), name(draft));
        link.addClassName("row-title");
        var delete = new Button(getTranslation("desk.draft.delete"), click -> askToDelete(draft));
        delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ERROR);
        var side = new Span(delete);
        side.addClassName("row-side");
        var line = new Span(getTranslation("desk.draft.saved-at", Formats.moment(draft.updatedAt())));
        line.addClassName("row-line");
        var row = new Div(link, side, line);
        row.addClassName("row");
        return row;
    }

    private void askToDelete(Draft draft) {
        var question = new ConfirmDialog();
        question.setHeader(getTranslation("desk.draft.delete.title", name(draft)));
        question.setText(getTranslation("desk.draft.delete.consequence"));
        question.setConfirmText(getTranslation("desk.draft.delete"));
        question.setConfirmButtonTheme("error primary");
        question.setCancelable(true);
        question.setCancelText(getTranslation("ui.cancel"));
        question.addConfirmListener(confirm -> {
            drafts.delete(draft.id());
            refresh();
        });
        question.open();
    }

    private String name(Draft draft) {
        return names.stream()
                .filter(name -> name.key().equals(draft.service()))
                .map(ServiceName::name)
                .findFirst()
                .orElse(draft.service());
    }
}
