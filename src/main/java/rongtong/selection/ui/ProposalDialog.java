package rongtong.selection.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.UUID;
import rongtong.selection.application.Outcome;
import rongtong.selection.decision.Proposal;
import rongtong.selection.decision.Proposals;
import rongtong.selection.ranking.RankingRow;

/** What is proposed for one application, and why where it departs from the rank. */
class ProposalDialog extends Dialog {

    private static final int LONGEST_REASON = 1000;

    private final transient Proposals proposals;
    private final UUID round;
    private final transient RankingRow row;
    private final transient Runnable done;
    private final RadioButtonGroup<Outcome> outcome = new RadioButtonGroup<>();
    private final TextArea reason = new TextArea();

    ProposalDialog(Proposals proposals, UUID round, RankingRow row, Runnable done) {
        this.proposals = proposals;
        this.round = round;
        this.row = row;
        this.done = done;
        setHeaderTitle(getTranslation("selection.ranking.proposal-title", row.place(), row.title()));
        setWidth("34rem");
        outcome.setLabel(getTranslation("selection.ranking.column.outcome"));
        outcome.setItems(Outcome.values());
        outcome.setItemLabelGenerator(each -> getTranslation("selection.ranking.outcome." + each));
        outcome.setValue(row.outcome());
        reason.setLabel(getTranslation("selection.ranking.column.reason"));
        reason.setHelperText(getTranslation("selection.ranking.reason-help"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        reason.setMinRows(3);
        reason.setValue(row.reason());
        add(
                new Paragraph(getTranslation(
                        "selection.ranking.proposal-line",
                        row.applicantName(),
                        getTranslation("selection.ranking.position." + row.position()),
                        SelectionWords.margin(row.margin()))),
                outcome,
                reason);
        var save = new Button(getTranslation("selection.ranking.proposal-save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), save);
    }

    private void save() {
        if (outcome.getValue() == null) {
            outcome.setInvalid(true);
            outcome.setErrorMessage(getTranslation("selection.ranking.proposal-missing"));
            return;
        }
        proposals.propose(round, List.of(new Proposal(row.application(), outcome.getValue(), reason.getValue())));
        close();
        done.run();
    }
}
