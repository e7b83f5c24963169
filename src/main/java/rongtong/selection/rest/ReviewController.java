package rongtong.selection.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rongtong.selection.panel.Assigned;
import rongtong.selection.programme.Criterion;
import rongtong.selection.review.ReviewState;
import rongtong.selection.review.ReviewedApplication;
import rongtong.selection.review.ScoringDesk;
import rongtong.shared.Printable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an expert has to judge: only what is assigned to the caller in person. */
@RestController
@RequestMapping("/api/v1/reviews")
@Tag(name = "reviews")
class ReviewController {

    private final ScoringDesk desk;
    private final JsonMapper mapper;

    ReviewController(ScoringDesk desk, JsonMapper mapper) {
        this.desk = desk;
        this.mapper = mapper;
    }

    /** @param review its case; the task {@code scoreApplications} there hands in all sheets */
    record ReviewLine(
            UUID application,
            UUID review,
            UUID round,
            String track,
            int turn,
            String number,
            String title,
            Instant dueAt,
            boolean declared,
            boolean open,
            ReviewState state) {}

    /** @param total weighted, of 100; what is missing counts as nothing */
    record SheetAnswer(
            Map<String, BigDecimal> scores,
            String comment,
            BigDecimal total,
            List<String> missing,
            @Nullable Instant savedAt,
            @Nullable Instant submittedAt) {}

    /** @param form form-js JSON of the application; nothing before the promise of confidentiality */
    record Review(
            ReviewLine line,
            String roundTitle,
            String applicantName,
            List<Criterion> criteria,
            @Nullable JsonNode form,
            Map<String, Object> answers,
            List<String> files,
            SheetAnswer sheet) {}

    record SheetDraft(
            @Nullable Map<String, @Nullable BigDecimal> scores,
            @Nullable String comment) {}

    record Saved(Instant savedAt) {}

    /** @param reason 2 to 500 characters */
    record Recusal(@Nullable String reason) {}

    @GetMapping
    @Operation(summary = "What is assigned to me, what is due first before the others")
    List<ReviewLine> reviews() {
        return desk.mine().stream().map(ReviewController::line).toList();
    }

    @GetMapping("/{application}")
    @Operation(summary = "One application as the applicant handed it in, the criteria, and my own sheet")
    Review review(@PathVariable UUID application) {
        var found = desk.open(application);
        return new Review(
                line(found.assigned()),
                found.roundTitle(),
                found.applicantName(),
                found.criteria(),
                found.form().isEmpty() ? null : mapper.readTree(found.form()),
                found.answers(),
                found.files(),
                sheet(found));
    }

    private static SheetAnswer sheet(ReviewedApplication found) {
        var scores = ScoringDesk.scores(found.assigned());
        var sheet = found.assigned().sheet();
        return new SheetAnswer(
                scores,
                sheet == null ? "" : sheet.comment(),
                ScoringDesk.total(found.criteria(), scores),
                ScoringDesk.missing(found.criteria(), scores).stream()
                        .map(Criterion::key)
                        .toList(),
                sheet == null ? null : sheet.savedAt(),
                sheet == null ? null : sheet.submittedAt());
    }

    @PutMapping("/{application}/sheet")
    @Operation(summary = "Keeps my draft in place of the former one; 409 once it is submitted")
    Saved save(@PathVariable UUID application, @RequestBody SheetDraft draft) {
        var comment = Objects.requireNonNullElse(draft.comment(), "");
        Printable.require("comment", comment);
        var scores = new LinkedHashMap<String, BigDecimal>();
        var sent = draft.scores();
        if (sent != null) {
            sent.forEach((key, points) -> {
                Printable.require("scores", key);
                if (points != null) {
                    scores.put(key, points);
                }
            });
        }
        return new Saved(desk.save(application, scores, comment));
    }

    @PostMapping("/{application}/recusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "I recuse; another expert takes the seat")
    void recuse(@PathVariable UUID application, @RequestBody Recusal recusal) {
        var reason = Objects.requireNonNullElse(recusal.reason(), "");
        Printable.require("reason", reason);
        desk.recuse(application, reason);
    }

    private static ReviewLine line(Assigned assigned) {
        return new ReviewLine(
                assigned.application(),
                assigned.review(),
                assigned.round(),
                assigned.track(),
                assigned.turn(),
                assigned.number(),
                assigned.title(),
                assigned.dueAt(),
                assigned.declared(),
                assigned.open(),
                ReviewState.of(assigned));
    }
}
