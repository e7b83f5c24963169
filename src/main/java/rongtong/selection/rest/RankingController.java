package rongtong.selection.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rongtong.selection.ranking.ExplainedRow;
import rongtong.selection.ranking.RankingRow;
import rongtong.selection.ranking.RankingSheets;
import rongtong.selection.ranking.Rankings;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;

/** Ranked lists for those who lead a programme or take part in it. */
@RestController
@RequestMapping("/api/v1/programmes/{key}/ranking")
@Tag(name = "selection")
class RankingController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Rankings rankings;
    private final RankingSheets sheets;

    RankingController(Rankings rankings, RankingSheets sheets) {
        this.rankings = rankings;
        this.sheets = sheets;
    }

    @GetMapping
    @Operation(
            summary = "The ranked list of a round (the newest if left out), track by track, by place; empty before all"
                    + " sheets are in")
    Page<RankingRow> ranking(
            @PathVariable String key,
            @RequestParam @Nullable UUID round,
            @RequestParam @Nullable String track,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        return rankings.page(rankings.roundOf(key, round).caseId(), track, PageRequest.of(page, size));
    }

    @GetMapping("/{application}")
    @Operation(summary = "One line of the list with its arithmetic: each sheet, each criterion, the result")
    ExplainedRow explained(@PathVariable String key, @PathVariable UUID application) {
        var found = rankings.explain(application);
        if (!rankings.roundOf(key, found.round()).programme().equals(key)) {
            throw new NotFound("application", application);
        }
        return found;
    }

    @GetMapping("/export")
    @Operation(summary = "The same list as an xlsx file, with a sheet of the experts' scores for each track")
    void export(@PathVariable String key, @RequestParam @Nullable UUID round, HttpServletResponse response)
            throws IOException {
        var found = rankings.roundOf(key, round);
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("ranking.xlsx").build().toString());
        sheets.export(found.caseId(), response.getOutputStream());
    }
}
