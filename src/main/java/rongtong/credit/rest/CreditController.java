package rongtong.credit.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rongtong.credit.CreditRecord;
import rongtong.credit.Credits;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;

/** The register of credit; nothing is changed here. */
@RestController
@RequestMapping("/api/v1/credits")
@Tag(name = "credits")
class CreditController {

    private final Credits credits;

    CreditController(Credits credits) {
        this.credits = credits;
    }

    record StandingAnswer(
            String organization, boolean good, List<CreditRecord> obstacles, List<CreditRecord> remarks) {}

    @GetMapping
    @Operation(summary = "All entries, for administrators and auditors")
    Page<CreditRecord> credits(
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return credits.find(q, request.page(), request.size());
    }

    @GetMapping("/{organization}")
    @Operation(summary = "Whether an organisation's record is good today; others than departments see their own alone")
    StandingAnswer standing(@PathVariable String organization) {
        var standing = credits.visible(organization);
        return new StandingAnswer(standing.organization(), standing.isGood(), standing.obstacles(), standing.remarks());
    }
}
