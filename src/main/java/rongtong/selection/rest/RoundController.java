package rongtong.selection.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rongtong.identity.CurrentUser;
import rongtong.selection.round.ConvenedProgrammes;
import rongtong.selection.round.RoundView;
import rongtong.selection.round.RoundViews;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;

/** Rounds of the programmes, as far as the caller may see them. */
@RestController
@RequestMapping("/api/v1/programmes")
@Tag(name = "programmes")
class RoundController {

    private final RoundViews rounds;
    private final ConvenedProgrammes convened;
    private final CurrentUser user;

    RoundController(RoundViews rounds, ConvenedProgrammes convened, CurrentUser user) {
        this.rounds = rounds;
        this.convened = convened;
        this.user = user;
    }

    /** A programme as a choice of a form. */
    record Choice(String code, String name) {}

    @GetMapping("/convened")
    @Operation(summary = "Published programmes in use that my department convenes, as choices of a form")
    Page<Choice> convened(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return cut(
                convened.inUse(user.organization()).stream()
                        .map(programme -> new Choice(programme.key(), english ? programme.nameEn() : programme.name()))
                        .filter(choice -> (choice.code() + " " + choice.name()).contains(q))
                        .toList(),
                PageRequest.of(page, size));
    }

    @GetMapping("/{key}/rounds")
    @Operation(summary = "Rounds of a programme, the newest first; code and name serve fields of forms")
    Page<RoundView> rounds(
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        return cut(rounds.of(key), PageRequest.of(page, size));
    }

    @GetMapping("/{key}/rounds/{id}")
    @Operation(summary = "One round: where it stands, its window by the server's time, and counts for those inside")
    RoundView round(@PathVariable String key, @PathVariable UUID id) {
        return rounds.get(key, id);
    }

    private static <T> Page<T> cut(List<T> all, PageRequest request) {
        return new Page<>(
                all.stream()
                        .skip((long) request.page() * request.size())
                        .limit(request.size())
                        .toList(),
                request.page(),
                request.size(),
                all.size());
    }
}
