package rongtong.document.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import rongtong.document.Attachment;
import rongtong.document.Attachments;
import rongtong.shared.NotFound;

/** Files that people hand in. */
@RestController
@Tag(name = "attachments")
class AttachmentController {

    private final Attachments attachments;

    AttachmentController(Attachments attachments) {
        this.attachments = attachments;
    }

    @PostMapping(path = "/api/v1/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Hand in a file; its id is the value of a file picker and goes into attachments of a completion")
    ResponseEntity<Attachment> store(@RequestPart("file") MultipartFile file) throws IOException {
        var attachment =
                attachments.store(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getInputStream());
        return ResponseEntity.created(URI.create("/api/v1/attachments/" + attachment.id()))
                .body(attachment);
    }

    @GetMapping("/api/v1/attachments/{id}")
    @Operation(summary = "What is known of a file")
    Attachment attachment(@PathVariable String id) {
        return attachments.get(parse("attachment", id));
    }

    /** The same file for programs and for the screens' session. */
    @GetMapping({"/api/v1/attachments/{id}/content", "/files/attachments/{id}"})
    @Operation(summary = "The file itself")
    void content(@PathVariable String id, HttpServletResponse response) throws IOException {
        var attachment = attachments.get(parse("attachment", id));
        Download.head(response, attachment.name(), attachment.mediaType(), attachment.size(), attachment.sha256());
        attachments.copy(attachment.id(), response.getOutputStream());
    }

    /** A text that is no id names nothing that is there. */
    static UUID parse(String kind, String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw new NotFound(kind, id);
        }
    }
}
