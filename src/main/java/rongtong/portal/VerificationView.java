package rongtong.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import rongtong.document.official.OfficialDocument;
import rongtong.document.official.Verifications;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;
import rongtong.shared.TooOften;
import rongtong.ui.Facts;
import rongtong.ui.Formats;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;

/** Whether a paper is one that was issued here, by number and code or by the file itself; for everybody. */
@Route(value = "verify", layout = PublicLayout.class)
@AnonymousAllowed
class VerificationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Verifications verifications;
    private final TextField number = new TextField(getTranslation("portal.verify.number"));
    private final TextField code = new TextField(getTranslation("portal.verify.code"));
    private final Div result = new Div();
    private String client = "";

    VerificationView(Verifications verifications) {
        this.verifications = verifications;
        addClassName("page");
        number.setPlaceholder("吉财批〔2026〕1号");
        number.setMaxLength(100);
        code.setPlaceholder("XXXX-XXXX-XXXX");
        code.setMaxLength(50);
        var check = new Button(getTranslation("portal.verify.check"), click -> byCode());
        check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        check.addClickShortcut(Key.ENTER);
        var fields = new Div(number, code, check);
        fields.addClassName("verify-fields");
        result.getElement().setAttribute("role", "status");
        add(
                new PageHeader(getTranslation("portal.verify")).withLine(getTranslation("portal.verify.line")),
                result,
                new Panel(getTranslation("portal.verify.by-code"), fields),
                new Panel(
                        getTranslation("portal.verify.by-file"),
                        new Paragraph(getTranslation("portal.verify.not-kept")),
                        upload()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        client = PublicNoticeParts.client();
        var query = event.getLocation().getQueryParameters();
        query.getSingleParameter("number").ifPresent(number::setValue);
        query.getSingleParameter("code").ifPresent(code::setValue);
        if (!number.isEmpty() && !code.isEmpty()) {
            byCode();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portal.verify");
    }

    private Component upload() {
        var upload = new Upload(UploadHandler.inMemory((metadata, content) -> show(() -> {
            try {
                return verifications.byFile(client, new ByteArrayInputStream(content));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        })));
        var browse = new Button(getTranslation("portal.verify.choose"));
        upload.setUploadButton(browse);
        upload.setDropLabel(new Span(getTranslation("portal.verify.drop")));
        upload.setAcceptedFileTypes("application/pdf", ".pdf");
        upload.setMaxFileSize(20 * 1024 * 1024);
        var errors = new UploadI18N.Error();
        errors.setFileIsTooBig(getTranslation("document.verify.too-large", 20));
        errors.setIncorrectFileType(getTranslation("portal.verify.only-pdf"));
        upload.setI18n(new UploadI18N().setError(errors));
        upload.addFileRejectedListener(event -> result(new Paragraph(event.getErrorMessage()), "verify-no"));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        return upload;
    }

    private void byCode() {
        require(number);
        require(code);
        if (!number.isInvalid() && !code.isInvalid()) {
            show(() -> verifications.byCode(
                    client, number.getValue().strip(), code.getValue().strip()));
        }
    }

    private void require(TextField field) {
        field.setInvalid(field.getValue().isBlank());
        field.setErrorMessage(getTranslation("portal.verify.missing"));
    }

    private void show(Supplier<Optional<OfficialDocument>> question) {
        try {
            question.get()
                    .ifPresentOrElse(
                            document -> result(genuine(document), "verify-yes"),
                            () -> result(new Paragraph(getTranslation("portal.verify.no")), "verify-no"));
        } catch (TooOften patience) {
            result(words(patience.explanation()), "verify-no");
        } catch (RuleViolation no) {
            result(words(no.explanation()), "verify-no");
        }
    }

    private Component words(Message message) {
        return new Paragraph(getTranslation(message.key(), message.arguments().toArray()));
    }

    private void result(Component content, String kind) {
        result.removeAll();
        var panel = new Div(content);
        panel.addClassNames("panel", "verify-result", kind);
        result.add(panel);
    }

    private Component genuine(OfficialDocument document) {
        var title = new Paragraph(getTranslation("portal.verify.yes"));
        title.addClassName("verify-title");
        return new Div(
                title,
                new Facts()
                        .with(getTranslation("portal.verify.number"), document.number())
                        .with(getTranslation("portal.verify.title"), document.title())
                        .with(getTranslation("portal.verify.kind"), getTranslation("document.kind." + document.kind()))
                        .with(getTranslation("portal.verify.organ"), document.organName())
                        .with(getTranslation("portal.verify.addressee"), document.addressee())
                        .with(getTranslation("portal.verify.issued"), Formats.moment(document.issuedAt()))
                        .with("SHA-256", document.sha256()));
    }
}
