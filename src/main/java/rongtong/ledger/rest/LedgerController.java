package rongtong.ledger.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import rongtong.ledger.Consolidation;
import rongtong.ledger.Entry;
import rongtong.ledger.EntryDraft;
import rongtong.ledger.EntryFilter;
import rongtong.ledger.EntryKind;
import rongtong.ledger.EntryState;
import rongtong.ledger.FieldOfWork;
import rongtong.ledger.Fields;
import rongtong.ledger.ImportReport;
import rongtong.ledger.Ledger;
import rongtong.ledger.LedgerFilter;
import rongtong.ledger.LedgerSheets;
import rongtong.ledger.LedgerType;
import rongtong.ledger.Ledgers;
import rongtong.ledger.MatchingPlan;
import rongtong.ledger.Round;
import rongtong.ledger.RoundStatus;
import rongtong.ledger.Survey;
import rongtong.ledger.TalentLevel;
import rongtong.organization.Sector;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;

/** Rounds, ledgers and their entries, also as spreadsheets. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "ledgers")
class LedgerController {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Ledgers ledgers;
    private final LedgerSheets sheets;
    private final Fields fields;

    LedgerController(Ledgers ledgers, LedgerSheets sheets, Fields fields) {
        this.ledgers = ledgers;
        this.sheets = sheets;
        this.fields = fields;
    }

    @GetMapping("/ledgers")
    @Operation(summary = "Ledgers of all rounds that I may see, the newest rounds first")
    Page<Ledger> ledgers(
            @RequestParam @Nullable Integer year,
            @RequestParam @Nullable LedgerType type,
            @RequestParam @Nullable RoundStatus status,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return ledgers.find(new LedgerFilter(year, type, status), request.page(), request.size());
    }

    @GetMapping("/ledgers/{id}")
    Ledger ledger(@PathVariable UUID id) {
        return ledgers.ledger(id);
    }

    @GetMapping("/ledgers/{id}/entries")
    @Operation(summary = "Entries of a ledger; q is part of an organisation's name or of the subject")
    Page<Entry> entries(
            @PathVariable UUID id,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable Sector sector,
            @RequestParam @Nullable String field,
            @RequestParam @Nullable EntryKind kind,
            @RequestParam @Nullable TalentLevel level,
            @RequestParam @Nullable EntryState state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        var filter = new EntryFilter(q, sector, field, kind, level, state);
        return ledgers.entries(id, filter, request.page(), request.size());
    }

    @PostMapping("/ledgers/{id}/entries")
    @Operation(summary = "Adds an entry, for handlers of the organisations that write the ledger")
    ResponseEntity<Entry> add(@PathVariable UUID id, @RequestBody EntryDraft draft) {
        return created(id, ledgers.add(id, draft));
    }

    @PutMapping("/ledgers/{id}/entries/{entry}")
    Entry change(@PathVariable UUID id, @PathVariable UUID entry, @RequestBody EntryDraft draft) {
        ledgers.change(of(id, entry), draft);
        return ledgers.entry(entry);
    }

    @DeleteMapping("/ledgers/{id}/entries/{entry}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable UUID entry) {
        ledgers.remove(of(id, entry));
    }

    @PostMapping("/ledgers/{id}/proposals")
    @Operation(summary = "Proposes an entry, which counts once an owner of the ledger has accepted it")
    ResponseEntity<Entry> propose(@PathVariable UUID id, @RequestBody EntryDraft draft) {
        return created(id, ledgers.propose(id, draft));
    }

    @PostMapping("/ledgers/{id}/entries/{entry}/acceptance")
    @Operation(summary = "Accepts a proposed entry")
    Entry accept(@PathVariable UUID id, @PathVariable UUID entry) {
        ledgers.accept(of(id, entry));
        return ledgers.entry(entry);
    }

    record CarriedOver(int accepted) {}

    @PostMapping("/ledgers/{id}/carry-over")
    @Operation(summary = "Fills an empty ledger with the entries of the newest frozen one")
    CarriedOver carryOver(@PathVariable UUID id) {
        return new CarriedOver(ledgers.carryOver(id));
    }

    @GetMapping("/ledgers/{id}/surveys")
    List<Survey> surveys(@PathVariable UUID id) {
        return ledgers.surveys(id);
    }

    record SurveyBody(
            @Nullable String title,
            @Nullable LocalDate date,
            @Nullable String method,
            @Nullable Integer sample) {}

    @PostMapping("/ledgers/{id}/surveys")
    @Operation(summary = "Adds a survey, or corrects the one with the same title")
    List<Survey> saveSurvey(@PathVariable UUID id, @RequestBody SurveyBody survey) {
        ledgers.saveSurvey(
                id,
                Optional.ofNullable(survey.title()).orElse(""),
                survey.date(),
                Optional.ofNullable(survey.method()).orElse(""),
                survey.sample());
        return ledgers.surveys(id);
    }

    @PostMapping(path = "/ledgers/{id}/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Adds the rows of an xlsx file: all or none, with partial=true the good ones")
    ImportReport importFile(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean partial)
            throws IOException {
        try (var content = file.getInputStream()) {
            return sheets.importEntries(id, content, partial);
        }
    }

    @PostMapping(
            path = "/ledgers/{id}/import",
            consumes = {XLSX, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @Operation(summary = "The same with the file as the body")
    ImportReport importBody(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean partial, InputStream body) {
        return sheets.importEntries(id, body, partial);
    }

    @GetMapping("/ledgers/{id}/export")
    @Operation(summary = "All entries as an xlsx file")
    void export(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var ledger = ledgers.ledger(id);
        attach(
                response,
                "ledger-%d-%s.xlsx"
                        .formatted(ledger.year(), ledger.type().name().toLowerCase(Locale.ROOT)));
        sheets.export(id, response.getOutputStream());
    }

    @GetMapping("/ledgers/{id}/template")
    @Operation(summary = "An empty xlsx file to fill in, with the surveys of the ledger to choose from")
    void template(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var ledger = ledgers.ledger(id);
        attach(response, "ledger-template.xlsx");
        sheets.template(ledger.type(), id, response.getOutputStream());
    }

    @GetMapping("/ledgers/template")
    @Operation(summary = "An empty xlsx file to fill in for one of the four ledgers")
    void template(@RequestParam(defaultValue = "INDUSTRY") LedgerType type, HttpServletResponse response)
            throws IOException {
        attach(response, "ledger-template.xlsx");
        sheets.template(type, null, response.getOutputStream());
    }

    @GetMapping("/ledger-rounds")
    @Operation(summary = "Rounds that I may see, the newest first")
    List<Round> rounds() {
        return ledgers.rounds();
    }

    @GetMapping("/ledger-rounds/{id}")
    Round round(@PathVariable UUID id) {
        return ledgers.round(id);
    }

    @GetMapping("/ledger-rounds/{id}/consolidation")
    @Operation(summary = "Demand against supply of a round by field and level")
    Consolidation consolidation(@PathVariable UUID id) {
        return ledgers.consolidation(id);
    }

    @GetMapping("/ledger-rounds/{id}/plan")
    @Operation(summary = "The matching plan of a round")
    MatchingPlan plan(@PathVariable UUID id) {
        return ledgers.plan(id).orElseThrow(() -> new NotFound("plan", id));
    }

    @GetMapping("/fields")
    @Operation(summary = "Fields in which demand and supply are compared")
    Page<FieldOfWork> fields(
            @RequestParam @Nullable Sector sector,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return fields.find(sector, q, request.page(), request.size());
    }

    /** The entry, if it is one of the ledger. */
    private UUID of(UUID ledger, UUID entry) {
        if (!ledgers.entry(entry).ledgerId().equals(ledger)) {
            throw new NotFound("entry", entry);
        }
        return entry;
    }

    private ResponseEntity<Entry> created(UUID ledger, UUID entry) {
        return ResponseEntity.created(URI.create("/api/v1/ledgers/%s/entries/%s".formatted(ledger, entry)))
                .body(ledgers.entry(entry));
    }

    private static void attach(HttpServletResponse response, String name) {
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
