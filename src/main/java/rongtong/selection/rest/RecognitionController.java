package rongtong.selection.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rongtong.selection.register.Checks;
import rongtong.selection.register.PolicyTarget;
import rongtong.selection.register.PolicyTargets;
import rongtong.selection.register.RecognitionFilter;
import rongtong.selection.register.RecognitionRow;
import rongtong.selection.register.RecognitionSheets;
import rongtong.selection.register.RecognitionView;
import rongtong.selection.register.Recognitions;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;

/** The registers of what was selected; evaluations as far as the caller may read them. */
@RestController
@RequestMapping("/api/v1/pilots")
@Tag(name = "pilots")
class RecognitionController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Recognitions recognitions;
    private final PolicyTargets targets;
    private final RecognitionSheets sheets;
    private final Checks checks;

    RecognitionController(Recognitions recognitions, PolicyTargets targets, RecognitionSheets sheets, Checks checks) {
        this.recognitions = recognitions;
        this.targets = targets;
        this.sheets = sheets;
        this.checks = checks;
    }

    /** @param reason 1 to 500 characters */
    record Order(@Nullable String reason) {}

    @GetMapping
    @Operation(
            summary = "Recognitions, newest first; register is pilot, alliance, enterprise, base, project or"
                    + " recommendation, status active, rectifying, expired, completed or withdrawn")
    Page<RecognitionRow> recognitions(
            @RequestParam @Nullable String register,
            @RequestParam @Nullable String province,
            @RequestParam @Nullable String programme,
            @RequestParam @Nullable String status,
            @RequestParam @Nullable String organization,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return recognitions.find(
                RecognitionFilter.of(register, province, programme, status, organization, q),
                request.page(),
                request.size());
    }

    @GetMapping("/targets")
    @Operation(summary = "Numbers of the policy documents and how far they are reached")
    List<PolicyTarget> targets() {
        return targets.all();
    }

    @GetMapping("/export")
    @Operation(summary = "The same list as an xlsx file")
    void export(
            @RequestParam @Nullable String register,
            @RequestParam @Nullable String province,
            @RequestParam @Nullable String programme,
            @RequestParam @Nullable String status,
            @RequestParam @Nullable String organization,
            @RequestParam @Nullable String q,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("pilots.xlsx").build().toString());
        sheets.export(
                RecognitionFilter.of(register, province, programme, status, organization, q),
                response.getOutputStream());
    }

    @GetMapping("/{key}")
    @Operation(summary = "One recognition by id or number, with its evaluations and the decisions that rest on them")
    RecognitionView recognition(@PathVariable String key) {
        return recognitions.view(key);
    }

    @PostMapping("/{id}/evaluations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Orders the evaluation by a third party; the pilot is asked to report")
    void order(@PathVariable UUID id, @RequestBody Order order) {
        checks.order(id, Objects.requireNonNullElse(order.reason(), ""));
    }
}
