package rongtong.alliance.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rongtong.alliance.KeyParks;
import rongtong.organization.CodeName;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;

/** The key parks that the caller's government builds. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "alliances")
class KeyParkController {

    private final KeyParks parks;

    KeyParkController(KeyParks parks) {
        this.parks = parks;
    }

    @GetMapping("/key-parks")
    @Operation(summary = "Key parks that the caller's government builds; empty for all others")
    Page<CodeName> keyParks(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return parks.find("/key-parks", q, request.page(), request.size())
                .map(park -> new CodeName(park.value().toString(), park.label()));
    }
}
