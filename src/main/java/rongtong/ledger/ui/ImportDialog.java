package rongtong.ledger.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadMetadata;
import java.io.ByteArrayInputStream;
import rongtong.ledger.ImportReport;
import rongtong.ledger.Ledger;
import rongtong.ledger.LedgerSheets;
import rongtong.shared.RuleViolation;
import rongtong.shared.Texts;
import rongtong.ui.Formats;
import rongtong.ui.Notices;

/** Takes an Excel file for a ledger and says what came of it, row by row. */
class ImportDialog extends Dialog {

    private static final int LARGEST_FILE = 20 << 20;

    private final transient LedgerSheets sheets;
    private final transient Ledger ledger;
    private final transient Texts texts;
    private final SerializableRunnable written;

    private final Checkbox partial = new Checkbox();
    private final Div outcome = new Div();

    /**
     * @param template link to an empty spreadsheet
     * @param written told that entries were added
     */
    ImportDialog(Ledger ledger, LedgerSheets sheets, Texts texts, Anchor template, SerializableRunnable written) {
        this.ledger = ledger;
        this.sheets = sheets;
        this.texts = texts;
        this.written = written;
        setHeaderTitle(getTranslation("ledger.pages.import"));
        setWidth("46rem");
        partial.setLabel(getTranslation("ledger.pages.import.partial"));
        outcome.addClassName("import-outcome");
        var upload = new Upload(UploadHandler.inMemory(this::receive));
        upload.setAcceptedFileTypes(".xlsx");
        upload.setMaxFileSize(LARGEST_FILE);
        upload.setMaxFiles(1);
        upload.setUploadButton(
                new Button(getTranslation("ledger.pages.import.choose"), VaadinIcon.UPLOAD_ALT.create()));
        upload.setDropLabel(new Span(getTranslation("ledger.pages.import.drop")));
        upload.addFileRejectedListener(
                event -> Notices.refusal(texts.of("ledger.import.not-accepted", LARGEST_FILE >> 20)));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        add(new Paragraph(getTranslation("ledger.pages.import.line")), new Div(template), partial, upload, outcome);
        getFooter().add(new Button(getTranslation("ui.close"), click -> close()));
    }

    private void receive(UploadMetadata file, byte[] content) {
        outcome.removeAll();
        try {
            show(sheets.importEntries(ledger.id(), new ByteArrayInputStream(content), partial.getValue()));
        } catch (RuleViolation violation) {
            var refusal = new Paragraph(
                    getTranslation("ledger.pages.import.refused", file.fileName(), texts.of(violation.explanation())));
            refusal.addClassName("import-refused");
            outcome.add(refusal);
        }
    }

    private void show(ImportReport report) {
        if (report.accepted() > 0) {
            written.run();
            Notices.done(getTranslation("ledger.pages.import.done", Formats.number(report.accepted())));
        }
        outcome.add(new Paragraph(getTranslation(
                "ledger.pages.import.outcome",
                Formats.number(report.accepted()),
                Formats.number(report.rejectedRows()))));
        if (!report.rejected().isEmpty()) {
            if (report.accepted() == 0 && !partial.getValue()) {
                outcome.add(new Paragraph(getTranslation("ledger.pages.import.nothing-written", partial.getLabel())));
            }
            var rejected = new Grid<ImportReport.Rejection>();
            rejected.addColumn(ImportReport.Rejection::row)
                    .setHeader(getTranslation("ledger.pages.import.row"))
                    .setWidth("80px")
                    .setFlexGrow(0);
            rejected.addColumn(ImportReport.Rejection::column)
                    .setHeader(getTranslation("ledger.pages.import.column"))
                    .setWidth("120px")
                    .setFlexGrow(0);
            rejected.addColumn(ImportReport.Rejection::message)
                    .setHeader(getTranslation("ledger.pages.import.reason"))
                    .setTooltipGenerator(ImportReport.Rejection::message);
            rejected.setItems(report.rejected());
            rejected.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
            rejected.setSelectionMode(Grid.SelectionMode.NONE);
            rejected.setHeight("300px");
            outcome.add(rejected);
        }
    }
}
