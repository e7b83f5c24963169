package rongtong.publicnotice.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import rongtong.publicnotice.Evidence;
import rongtong.publicnotice.ObjectionProgress;
import rongtong.publicnotice.Objections;

/**
 * An objection for whoever has its private link: the last part of the address that the receipt shows. No login; a wrong link is
 * answered like one that never was, and one address asks only so often.
 */
@RestController
@RequestMapping("/api/v1/public/objections/{link}")
@Tag(name = "notices")
class PrivateLinkController {

    private final Objections objections;

    PrivateLinkController(Objections objections) {
        this.objections = objections;
    }

    @GetMapping
    @Operation(
            summary =
                    "How an objection stands, without name and contact; link is what the receipt of the objection gave. No"
                            + " login needed. 429 with Retry-After if one address asks too often")
    ResponseEntity<ObjectionProgress> progress(@PathVariable String link, HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(objections.progress(link, request.getRemoteAddr()));
    }

    @GetMapping("/answer")
    @Operation(summary = "The written answer as PDF; 404 until it was given. No login needed")
    ResponseEntity<byte[]> answer(@PathVariable String link, HttpServletRequest request) {
        var pdf = objections.paper(link, request.getRemoteAddr());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("异议答复书.pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(pdf);
    }

    @PostMapping(path = "/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Hand in a file as evidence, PDF or picture, while the objection is dealt with; those who deal with it see"
                            + " it. No login needed. 422 if the file is not accepted or there are enough; 429 with Retry-After")
    Evidence evidence(@PathVariable String link, @RequestPart("file") MultipartFile file, HttpServletRequest request)
            throws IOException {
        try (var content = file.getInputStream()) {
            return objections.addEvidence(
                    link, Objects.requireNonNullElse(file.getOriginalFilename(), ""), content, request.getRemoteAddr());
        }
    }
}
