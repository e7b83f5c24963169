package rongtong.document.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rongtong.document.Documents;
import rongtong.document.IssuedDocument;
import rongtong.document.IssuedDocument.State;
import rongtong.shared.Texts;

/** Documents that offices issue. */
@RestController
@Tag(name = "documents")
class DocumentController {

    private final Documents documents;
    private final Texts texts;

    DocumentController(Documents documents, Texts texts) {
        this.documents = documents;
        this.texts = texts;
    }

    /**
     * One version of a document as programs see it.
     *
     * @param size of the PDF in bytes, 0 while there is none
     * @param sha256 of the PDF, empty while there is none
     * @param textSha256 of the text that the PDF is printed from, fixed when the document was issued
     * @param problem why the PDF cannot be read; one that is yet to be printed can
     */
    record Answer(
            UUID id,
            String kind,
            String title,
            int version,
            State state,
            Instant issuedAt,
            long size,
            String sha256,
            String textSha256,
            @Nullable String problem) {}

    @GetMapping("/api/v1/documents")
    @Operation(summary = "All versions of all documents of a case, newest first")
    List<Answer> ofCase(@RequestParam("case") String caseId) {
        return documents.of(AttachmentController.parse("case", caseId)).stream()
                .map(this::answer)
                .toList();
    }

    @GetMapping("/api/v1/documents/{id}")
    @Operation(summary = "What is known of one version")
    Answer document(@PathVariable String id) {
        return answer(documents.get(AttachmentController.parse("document", id)));
    }

    /** The same PDF for programs and for the screens' session. */
    @GetMapping({"/api/v1/documents/{id}/content", "/files/documents/{id}"})
    @Operation(summary = "The PDF")
    void content(@PathVariable String id, HttpServletResponse response) throws IOException {
        send(AttachmentController.parse("document", id), response);
    }

    @GetMapping("/api/v1/public/documents/{id}")
    @Operation(summary = "The PDF of a document that has been made public; no login")
    void published(@PathVariable String id, HttpServletResponse response) throws IOException {
        send(documents.published(AttachmentController.parse("document", id)).id(), response);
    }

    private void send(UUID id, HttpServletResponse response) throws IOException {
        var pdf = documents.pdf(id);
        var document = documents.get(id);
        var name = "%s（第%d版）.pdf".formatted(document.title().replaceAll("[/\\\\:*?\"<>|]", ""), document.version());
        Download.head(response, name, MediaType.APPLICATION_PDF_VALUE, pdf.length, document.sha256());
        response.getOutputStream().write(pdf);
    }

    private Answer answer(IssuedDocument document) {
        return new Answer(
                document.id(),
                document.kind(),
                document.title(),
                document.version(),
                document.state(),
                document.issuedAt(),
                document.size(),
                document.sha256(),
                document.textSha256(),
                document.isReadable() ? null : texts.of(documents.problem(document.state())));
    }
}
