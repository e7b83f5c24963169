package rongtong.selection.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rongtong.selection.programme.ProgrammeFilter;
import rongtong.selection.programme.Programmes;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;

/** Conditions, criteria and weights of what is published, for everybody (R-GB-03, R-LN-03, R-ZJ-10). */
@RestController
@RequestMapping("/api/v1/public/programmes")
@Tag(name = "programmes")
class PublicProgrammeController {

    private final Programmes programmes;
    private final ProgrammeAnswers answers;

    PublicProgrammeController(Programmes programmes, ProgrammeAnswers answers) {
        this.programmes = programmes;
        this.answers = answers;
    }

    @GetMapping
    @Operation(summary = "Published programmes, without login")
    Page<ProgrammeAnswer> programmes(
            @RequestParam @Nullable String province,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return programmes
                .find(ProgrammeFilter.of(province, false, q), request.page(), request.size())
                .map(programme -> answers.of(programme, null));
    }

    @GetMapping("/{key}")
    @Operation(summary = "One published programme, without login")
    ProgrammeAnswer programme(@PathVariable String key) {
        return answers.of(programmes.published(key).orElseThrow(() -> new NotFound("programme", key)), null);
    }
}
