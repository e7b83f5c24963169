package rongtong.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadMetadata;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import rongtong.publicnotice.Evidence;
import rongtong.publicnotice.ObjectionProgress;
import rongtong.publicnotice.Objections;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;
import rongtong.shared.TooOften;
import rongtong.ui.Formats;
import rongtong.ui.Panel;

/** What an objector has handed in as evidence, and the way to hand in more, for whoever has the private link. */
class EvidencePanel extends Composite<Panel> {

    private static final String[] KINDS = {".pdf", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff"};

    private final transient Objections objections;
    private final String link;
    private final String client;
    private final Div list = new Div();
    private final Div problem = new Div();
    private final Upload upload;

    EvidencePanel(Objections objections, String link, String client, ObjectionProgress objection) {
        this.objections = objections;
        this.link = link;
        this.client = client;
        this.upload = upload(objection.largestEvidence());
        list.addClassName("rows");
        problem.addClassName("objection-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        getContent()
                .add(
                        new Paragraph(getTranslation(
                                objection.isOpen() ? "portal.evidence.line" : "portal.evidence.closed",
                                objection.mostEvidence())),
                        list,
                        problem,
                        upload);
        show(objection);
    }

    @Override
    protected Panel initContent() {
        return new Panel(getTranslation("portal.evidence"));
    }

    private void show(ObjectionProgress objection) {
        list.removeAll();
        objection.evidence().forEach(evidence -> list.add(row(evidence)));
        getContent().setCount(objection.evidence().size());
        upload.setVisible(objection.takesEvidence());
    }

    private Component row(Evidence evidence) {
        var title = new Span(getTranslation("portal.evidence.number", evidence.number()));
        title.addClassName("row-title");
        var side = new Span(Formats.size(evidence.size()));
        side.addClassNames("row-side", "muted");
        var line = new Span(getTranslation(
                "portal.evidence.received",
                Formats.moment(evidence.receivedAt()),
                evidence.sha256().substring(0, 16)));
        line.addClassName("row-line");
        var row = new Div(title, side, line);
        row.addClassName("row");
        return row;
    }

    /** A file waits on the disk and not in memory, and never a larger one: whoever is not logged in must not fill either. */
    private Upload upload(long largest) {
        var toDisk = UploadHandler.toTempFile(this::receive);
        var made = new Upload(event -> {
            // the server reads no more than was announced
            if (event.getFileSize() < 0 || event.getFileSize() > largest) {
                event.reject();
            } else {
                toDisk.handleUploadRequest(event);
            }
        });
        made.setUploadButton(new Button(getTranslation("portal.evidence.choose")));
        made.setDropLabel(new Span(getTranslation("portal.verify.drop")));
        made.setAcceptedFileTypes(KINDS);
        made.setMaxFiles(1);
        made.setMaxFileSize(Math.toIntExact(Math.min(largest, Integer.MAX_VALUE)));
        var errors = new UploadI18N.Error();
        errors.setTooManyFiles(getTranslation("portal.evidence.one-by-one"));
        errors.setFileIsTooBig(getTranslation("portal.evidence.too-big", largest / 1024 / 1024));
        errors.setIncorrectFileType(getTranslation("portal.evidence.kinds"));
        made.setI18n(new UploadI18N().setError(errors));
        made.addFileRejectedListener(event -> say(event.getErrorMessage()));
        made.addAllFinishedListener(event -> made.clearFileList());
        return made;
    }

    private void receive(UploadMetadata file, File content) {
        problem.setVisible(false);
        try (var in = Files.newInputStream(content.toPath())) {
            objections.addEvidence(link, file.fileName(), in, client);
            show(objections.progress(link, client));
        } catch (RuleViolation no) {
            say(no.explanation());
        } catch (TooOften patience) {
            say(patience.explanation());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            delete(content);
        }
    }

    private static void delete(File content) {
        try {
            Files.deleteIfExists(content.toPath());
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }

    private void say(Message message) {
        say(getTranslation(message.key(), message.arguments().toArray()));
    }

    private void say(String words) {
        problem.setText(words);
        problem.setVisible(true);
    }
}
