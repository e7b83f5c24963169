package rongtong.factory.rest;

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
import rongtong.factory.register.FactoryFilter;
import rongtong.factory.register.FactoryRegister;
import rongtong.factory.register.FactoryRow;
import rongtong.factory.register.FactorySheets;
import rongtong.factory.register.FactoryTotals;
import rongtong.factory.register.FactoryView;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;

/** The register of school-run factories, as far as the caller may see it. */
@RestController
@RequestMapping("/api/v1/factories")
@Tag(name = "factories")
class FactoryController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final FactoryRegister register;
    private final FactorySheets sheets;

    FactoryController(FactoryRegister register, FactorySheets sheets) {
        this.register = register;
        this.sheets = sheets;
    }

    @GetMapping
    @Operation(
            summary = "Factories, newest first; city is a region's code, year that of the registration, mine those of"
                    + " my own school that run")
    Page<FactoryRow> factories(
            @RequestParam @Nullable String city,
            @RequestParam @Nullable Integer year,
            @RequestParam(defaultValue = "false") boolean alarmed,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return register.find(FactoryFilter.of(city, year, alarmed, mine, q), request.page(), request.size());
    }

    @GetMapping("/totals")
    @Operation(summary = "Sums over all pages of the same list")
    FactoryTotals totals(
            @RequestParam @Nullable String city,
            @RequestParam @Nullable Integer year,
            @RequestParam(defaultValue = "false") boolean alarmed,
            @RequestParam @Nullable String q) {
        return register.totals(FactoryFilter.of(city, year, alarmed, false, q));
    }

    @GetMapping("/export")
    @Operation(summary = "The same list as an xlsx file")
    void export(
            @RequestParam @Nullable String city,
            @RequestParam @Nullable Integer year,
            @RequestParam(defaultValue = "false") boolean alarmed,
            @RequestParam @Nullable String q,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("factories.xlsx")
                        .build()
                        .toString());
        sheets.export(FactoryFilter.of(city, year, alarmed, false, q), response.getOutputStream());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One factory with its assets, partners, approvals, returns, statements and alarms")
    FactoryView factory(@PathVariable UUID id) {
        return register.get(id);
    }
}
