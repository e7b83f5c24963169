package rongtong.workflow.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import rongtong.policy.Clause;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;
import rongtong.workflow.CaseQuery;
import rongtong.workflow.CaseRow;
import rongtong.workflow.CaseStatus;
import rongtong.workflow.Cases;
import rongtong.workflow.CurrentStep;
import rongtong.workflow.DiagramView;
import rongtong.workflow.Drafts;
import rongtong.workflow.Receipt;
import rongtong.workflow.ServiceView;
import rongtong.workflow.Services;
import rongtong.workflow.TimelineEntry;
import rongtong.workflow.clock.ClockView;
import rongtong.workflow.correction.Defect;
import rongtong.workflow.correction.Defects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be started, and the cases that were. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "instances")
class InstanceController {

    private final Services services;
    private final Cases cases;
    private final Drafts drafts;
    private final Defects defects;
    private final JsonMapper json;

    InstanceController(Services services, Cases cases, Drafts drafts, Defects defects, JsonMapper json) {
        this.services = services;
        this.cases = cases;
        this.drafts = drafts;
        this.defects = defects;
        this.json = json;
    }

    record ServiceAnswer(
            String key,
            String name,
            String summary,
            List<Clause> clauses,
            List<String> steps,
            List<ServiceView.Limit> limits,
            @Nullable String refusal,
            JsonNode form) {}

    record Values(@Nullable Map<String, @Nullable Object> values) {

        Map<String, @Nullable Object> orNone() {
            return Objects.requireNonNullElse(values, Map.of());
        }
    }

    record Reason(@Nullable String reason) {}

    record InstanceAnswer(
            UUID id,
            String number,
            String service,
            String title,
            CaseStatus status,
            String organization,
            Instant startedAt,
            @Nullable Instant endedAt,
            List<CurrentStep> current,
            List<TimelineEntry> timeline,
            Map<String, @Nullable Object> values,
            List<Defect> defects,
            boolean mayWithdraw,
            List<ClockView> clocks) {}

    @GetMapping("/services")
    @Operation(
            summary =
                    "What I may start, each with the form to start it; refusal says why my organisation may not after all")
    List<ServiceAnswer> services() {
        return services.startable().stream()
                .map(service -> new ServiceAnswer(
                        service.key(),
                        service.name(),
                        service.summary(),
                        service.clauses(),
                        service.steps(),
                        service.limits(),
                        service.refusal(),
                        json.readTree(service.form())))
                .toList();
    }

    @PostMapping("/services/{key}/instances")
    @Operation(summary = "Starts a case")
    ResponseEntity<InstanceAnswer> start(@PathVariable String key, @RequestBody Values values) {
        return created(cases.start(key, values.orNone()));
    }

    @GetMapping("/services/{key}/last-application")
    @Operation(summary = "What my organisation answered when it last applied, without files; empty if it never did")
    Values lastApplication(@PathVariable String key) {
        return new Values(drafts.lastApplication(key).orElse(Map.of()));
    }

    @PostMapping("/services/{key}/drafts")
    ResponseEntity<Drafts.Draft> draft(@PathVariable String key, @RequestBody Values values) {
        var id = drafts.create(key, values.orNone());
        return ResponseEntity.created(URI.create("/api/v1/drafts/" + id)).body(drafts.get(id));
    }

    @GetMapping("/drafts")
    List<Drafts.Draft> drafts() {
        return drafts.mine();
    }

    @GetMapping("/drafts/{id}")
    Drafts.Draft draft(@PathVariable UUID id) {
        return drafts.get(id);
    }

    @PutMapping("/drafts/{id}")
    Drafts.Draft update(@PathVariable UUID id, @RequestBody Values values) {
        drafts.update(id, values.orNone());
        return drafts.get(id);
    }

    @DeleteMapping("/drafts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        drafts.delete(id);
    }

    @PostMapping("/drafts/{id}/submission")
    @Operation(summary = "Hands the application in: the case starts and the draft goes")
    ResponseEntity<InstanceAnswer> submit(@PathVariable UUID id) {
        return created(drafts.submit(id));
    }

    @GetMapping("/instances")
    @Operation(summary = "Cases that I may see")
    Page<CaseRow> instances(
            @RequestParam @Nullable String service,
            @RequestParam @Nullable String status,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String organization,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return cases.find(new CaseQuery(
                service,
                status == null ? null : Words.parse(CaseStatus.class, "status", status),
                q == null || q.isBlank() ? null : q,
                organization,
                mine,
                overdue,
                0,
                request.page(),
                request.size()));
    }

    @GetMapping("/instances/{id}")
    @Operation(summary = "One case: where it stands and what happened")
    InstanceAnswer instance(@PathVariable UUID id) {
        var view = cases.get(id);
        var row = view.row();
        return new InstanceAnswer(
                row.id(),
                row.number(),
                row.service(),
                row.title(),
                row.status(),
                row.organization(),
                row.startedAt(),
                row.endedAt(),
                view.current(),
                view.timeline(),
                view.values(),
                defects.of(id),
                view.mayWithdraw(),
                view.clocks());
    }

    /** The diagram of the service; {@code parts} are those of the processes that it has called. */
    record DiagramAnswer(
            String process,
            String name,
            String bpmn,
            List<String> active,
            List<String> completed,
            List<String> incidents,
            List<DiagramView> parts) {}

    @GetMapping("/instances/{id}/diagram")
    @Operation(summary = "The diagram and where its tokens are")
    DiagramAnswer diagram(@PathVariable UUID id) {
        var diagrams = cases.diagrams(id);
        var top = diagrams.getFirst();
        return new DiagramAnswer(
                top.process(),
                top.name(),
                top.bpmn(),
                top.active(),
                top.completed(),
                top.incidents(),
                diagrams.subList(1, diagrams.size()));
    }

    @PostMapping("/instances/{id}/withdrawal")
    @Operation(summary = "Takes the whole case back, with a reason; only the organisation that started it")
    InstanceAnswer withdraw(@PathVariable UUID id, @RequestBody Reason reason) {
        cases.withdraw(id, Objects.requireNonNullElse(reason.reason(), ""));
        return instance(id);
    }

    private ResponseEntity<InstanceAnswer> created(Receipt receipt) {
        return ResponseEntity.created(URI.create("/api/v1/instances/" + receipt.caseId()))
                .header("Receipt", receipt.number())
                .body(instance(receipt.caseId()));
    }
}
