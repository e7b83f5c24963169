package rongtong.document.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rongtong.document.official.Verifications;
import rongtong.shared.NotFound;

/** Whether a paper is one that was issued here; for everybody. */
@RestController
@Tag(name = "documents")
class VerificationController {

    private final Verifications verifications;

    VerificationController(Verifications verifications) {
        this.verifications = verifications;
    }

    /**
     * What is said of a genuine document.
     *
     * @param sha256 of the PDF; empty while it waits to be printed
     */
    record Answer(
            String number,
            String kind,
            String title,
            String organ,
            String addressee,
            Instant issuedAt,
            String sha256) {}

    @GetMapping(path = "/api/v1/public/documents/{number}", params = "code")
    @Operation(
            summary =
                    "Verify an official document by its number and the code printed on it; no login. 404 if either is wrong, 429 if asked too often")
    Answer verify(@PathVariable String number, @RequestParam String code, HttpServletRequest request) {
        return verifications
                .byCode(request.getRemoteAddr(), number, code)
                .map(document -> new Answer(
                        document.number(),
                        document.kind(),
                        document.title(),
                        document.organName(),
                        document.addressee(),
                        document.issuedAt(),
                        document.sha256()))
                .orElseThrow(() -> new NotFound("document", number));
    }
}
