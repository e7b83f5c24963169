package rongtong.workflow.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;
import rongtong.workflow.CaseQuery;
import rongtong.workflow.CaseRow;
import rongtong.workflow.CaseStatus;
import rongtong.workflow.CurrentStep;
import rongtong.workflow.InstanceView.IncidentView;
import rongtong.workflow.InstanceView.Job;
import rongtong.workflow.InstanceView.OpenTask;
import rongtong.workflow.InstanceView.Variable;
import rongtong.workflow.ProcessMonitor;
import rongtong.workflow.TimelineEntry;

/** Monitoring and mending, for administrators; auditors read. */
@RestController
@RequestMapping("/api/v1/admin")
@Tag(name = "admin")
class MonitorController {

    private final ProcessMonitor monitor;

    MonitorController(ProcessMonitor monitor) {
        this.monitor = monitor;
    }

    record AdminInstance(
            CaseRow instance,
            List<CurrentStep> current,
            List<TimelineEntry> timeline,
            List<OpenTask> tasks,
            List<Variable> variables,
            List<Job> jobs,
            List<IncidentView> incidents) {}

    record Reason(@Nullable String reason) {}

    @GetMapping("/instances")
    Page<CaseRow> instances(
            @RequestParam @Nullable String service,
            @RequestParam @Nullable String status,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String organization,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "0") int olderThanDays,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return monitor.find(new CaseQuery(
                service,
                status == null ? null : Words.parse(CaseStatus.class, "status", status),
                q == null || q.isBlank() ? null : q,
                organization,
                false,
                overdue,
                olderThanDays,
                request.page(),
                request.size()));
    }

    @GetMapping("/instances/{id}")
    @Operation(summary = "One case: who may act now and why, variables, jobs, incidents")
    AdminInstance instance(@PathVariable UUID id) {
        var found = monitor.get(id);
        return new AdminInstance(
                found.view().row(),
                found.view().current(),
                found.view().timeline(),
                found.tasks(),
                found.variables(),
                found.jobs(),
                found.incidents());
    }

    @PostMapping("/instances/{id}/cancellation")
    @Operation(summary = "Ends a case for good, with a reason that its organisations will read")
    AdminInstance cancel(@PathVariable UUID id, @RequestBody Reason reason) {
        monitor.cancel(id, Objects.requireNonNullElse(reason.reason(), ""));
        return instance(id);
    }

    @GetMapping("/incidents")
    List<IncidentView> incidents() {
        return monitor.incidents();
    }

    @GetMapping("/jobs")
    List<Job> jobs() {
        return monitor.jobs();
    }

    @PostMapping("/jobs/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable String id) {
        monitor.retry(id);
    }
}
