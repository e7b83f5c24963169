package rongtong.alliance.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rongtong.alliance.register.AllianceFilter;
import rongtong.alliance.register.AllianceRow;
import rongtong.alliance.register.AllianceView;
import rongtong.alliance.register.Register;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;

/** The register of alliances for programs; without an account only what is public. */
@RestController
@RequestMapping("/api/v1/alliances")
@Tag(name = "alliances")
class AllianceController {

    private final Register register;

    AllianceController(Register register) {
        this.register = register;
    }

    @GetMapping
    @Operation(summary = "Register of alliances, newest first; member is the code of an organisation. No login needed")
    Page<AllianceRow> alliances(
            @RequestParam @Nullable String sector,
            @RequestParam @Nullable String member,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return register.find(AllianceFilter.parse(sector, member, q), request.page(), request.size());
    }

    @GetMapping("/{number}")
    @Operation(summary = "One alliance; persons, phones and single ballots only for those who are logged in")
    AllianceView alliance(@PathVariable String number) {
        return register.get(number);
    }
}
