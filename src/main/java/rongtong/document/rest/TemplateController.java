package rongtong.document.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rongtong.document.Documents;
import rongtong.document.official.OfficialKind;
import rongtong.document.official.OfficialRecords;
import rongtong.document.official.OfficialTemplates;
import rongtong.document.official.OfficialTemplates.Version;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/** Wordings of official documents, for administrators. */
@RestController
@Tag(name = "document templates")
class TemplateController {

    private final OfficialTemplates templates;
    private final OfficialRecords records;

    TemplateController(OfficialTemplates templates, OfficialRecords records) {
        this.templates = templates;
        this.records = records;
    }

    /** @param basedOn version that was read before writing */
    record Change(@Nullable String text, int basedOn) {}

    /** A wording to be looked at. */
    record Wording(@Nullable String text) {}

    @GetMapping("/api/v1/admin/document-templates")
    @Operation(summary = "The wording of each kind of document that holds now")
    List<Version> all() {
        return OfficialKind.all().stream()
                .map(kind -> templates.current(kind.key()))
                .toList();
    }

    @GetMapping("/api/v1/admin/document-templates/{kind}")
    @Operation(summary = "All versions of a wording, newest first; version 0 is the default")
    List<Version> versions(@PathVariable String kind) {
        return templates.versions(OfficialKind.of(kind).key());
    }

    @PutMapping("/api/v1/admin/document-templates/{kind}")
    @Operation(summary = "Keep a new wording; 409 if somebody was first, 422 with the line if it may not be printed")
    Version save(@PathVariable String kind, @RequestBody Change change) {
        return templates.save(kind, Objects.requireNonNullElse(change.text(), ""), change.basedOn());
    }

    @DeleteMapping("/api/v1/admin/document-templates/{kind}")
    @Operation(summary = "Back to the default wording")
    Version reset(@PathVariable String kind, @RequestParam int basedOn) {
        return templates.reset(kind, basedOn);
    }

    @PostMapping(path = "/api/v1/admin/document-templates/{kind}/preview", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The PDF that a wording gives with sample facts; keeps nothing")
    ResponseEntity<byte[]> preview(@PathVariable String kind, @RequestBody Wording wording) {
        return ResponseEntity.ok(records.sample(kind, Objects.requireNonNullElse(wording.text(), ""))
                .orElseThrow(() -> new RuleViolation(Message.of("document.waiting-for-font", Documents.FONT_PACKAGE))));
    }
}
