package rongtong.selection.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rongtong.selection.panel.PanelOversight;
import rongtong.selection.panel.PanelRun;
import rongtong.selection.panel.ReviewProgress;
import rongtong.selection.panel.SeatView;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;

/** The panels of a round, for the convening department; never what the sheets say. */
@RestController
@RequestMapping("/api/v1/programmes/{key}/rounds/{round}/panels")
@Tag(name = "selection")
class PanelController {

    private final PanelOversight oversight;

    PanelController(PanelOversight oversight) {
        this.oversight = oversight;
    }

    record Progress(List<PanelRun> runs, List<ReviewProgress> reviews) {}

    record Replacement(
            @Nullable UUID application,
            @Nullable String expert,
            @Nullable String reason) {}

    record Replaced(@Nullable String successor) {}

    record Urged(boolean urged) {}

    @GetMapping
    @Operation(summary = "How the tracks were assigned (with the seed) and how far each expert is")
    Progress progress(@PathVariable String key, @PathVariable UUID round) {
        requireRound(key, round);
        return new Progress(oversight.runs(round), oversight.progress(round));
    }

    @GetMapping("/{track}")
    @Operation(
            summary = "Who judges each application of a track, and why; recusals and replacements with their reasons")
    List<SeatView.Panel> panels(@PathVariable String key, @PathVariable UUID round, @PathVariable String track) {
        requireRound(key, round);
        return oversight.panels(round, track);
    }

    @PostMapping("/replacements")
    @Operation(summary = "Somebody else takes an expert's seat on one application; null if nobody can")
    Replaced replace(@PathVariable String key, @PathVariable UUID round, @RequestBody Replacement replacement) {
        requireRound(key, round);
        if (replacement.application() == null || replacement.expert() == null) {
            var message = Message.of("selection.panel.seat-needed");
            throw new RuleViolation(message, List.of(new FieldError("application", message)));
        }
        return new Replaced(oversight
                .replace(
                        round,
                        replacement.application(),
                        replacement.expert(),
                        Objects.requireNonNullElse(replacement.reason(), ""))
                .orElse(null));
    }

    @PostMapping("/reviews/{review}/urge")
    @Operation(summary = "Urges the expert of a review; false if that was done a short time ago")
    Urged urge(@PathVariable String key, @PathVariable UUID round, @PathVariable UUID review) {
        requireRound(key, round);
        return new Urged(oversight.urge(review));
    }

    private void requireRound(String key, UUID round) {
        if (!oversight.requireVisible(round).programme().equals(key)) {
            throw new NotFound("round", round);
        }
    }
}
