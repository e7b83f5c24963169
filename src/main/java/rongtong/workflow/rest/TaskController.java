package rongtong.workflow.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import rongtong.policy.Clause;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;
import rongtong.workflow.CaseRow;
import rongtong.workflow.Cases;
import rongtong.workflow.Defect;
import rongtong.workflow.Receipt;
import rongtong.workflow.ReturnTarget;
import rongtong.workflow.SignPosition;
import rongtong.workflow.SignView;
import rongtong.workflow.TaskActions;
import rongtong.workflow.TaskInbox;
import rongtong.workflow.TaskQuery;
import rongtong.workflow.TaskRow;
import rongtong.workflow.clock.ClockView;
import rongtong.workflow.clock.Clocks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The inbox and what can be done with a task. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "tasks")
class TaskController {

    private final TaskInbox inbox;
    private final TaskActions actions;
    private final Cases cases;
    private final Clocks clocks;
    private final JsonMapper json;

    TaskController(TaskInbox inbox, TaskActions actions, Cases cases, Clocks clocks, JsonMapper json) {
        this.inbox = inbox;
        this.actions = actions;
        this.cases = cases;
        this.clocks = clocks;
        this.json = json;
    }

    /** A task with all that is needed to decide it. */
    record TaskAnswer(
            String id,
            String name,
            String step,
            String title,
            String number,
            String service,
            @Nullable String assignee,
            java.time.Instant createdAt,
            java.time.@Nullable Instant dueAt,
            CaseRow instance,
            @Nullable Clause clause,
            String documentation,
            JsonNode form,
            Map<String, @Nullable Object> values,
            List<String> actions,
            List<ClockView> clocks) {}

    record Completion(
            @Nullable Map<String, @Nullable Object> values,
            @Nullable String opinion,
            @Nullable List<String> attachments) {}

    record Completed(Receipt receipt, CaseRow instance) {}

    record Transfer(String to, @Nullable String opinion) {}

    record Return(
            @Nullable String to,
            @Nullable String opinion,
            @Nullable List<Defect> defects) {}

    record Copy(@Nullable List<String> to) {}

    record AddSign(
            @Nullable String position,
            @Nullable List<String> to,
            @Nullable String opinion) {}

    @GetMapping
    @Operation(summary = "My tasks; view is todo, done, started or copied; sort is due, newest or title")
    Page<TaskRow> tasks(
            @RequestParam(defaultValue = "todo") String view,
            @RequestParam @Nullable String service,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "due") String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return inbox.find(new TaskQuery(
                Words.parse(TaskQuery.View.class, "view", view),
                service,
                q == null || q.isBlank() ? null : q,
                overdue,
                Words.parse(TaskQuery.Sort.class, "sort", sort),
                request.page(),
                request.size()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One task: its case, clause, form and values, and what I may do")
    TaskAnswer task(@PathVariable String id) {
        var view = inbox.open(id);
        var row = view.row();
        return new TaskAnswer(
                row.id(),
                row.name(),
                row.step(),
                row.title(),
                row.number(),
                row.service(),
                row.assignee(),
                row.createdAt(),
                row.dueAt(),
                cases.get(row.caseId()).row(),
                view.clause(),
                view.documentation(),
                json.readTree(view.form()),
                view.values(),
                view.actions(),
                clocks.of(row.caseId()));
    }

    @PostMapping("/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@PathVariable String id) {
        actions.claim(id);
    }

    @PostMapping("/{id}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable String id) {
        actions.release(id);
    }

    @PostMapping("/{id}/complete")
    @Operation(summary = "Completes the task with the answers to its form")
    Completed complete(@PathVariable String id, @RequestBody Completion completion) {
        var receipt = actions.complete(
                id,
                Objects.requireNonNullElse(completion.values(), Map.of()),
                completion.opinion(),
                Objects.requireNonNullElse(completion.attachments(), List.of()));
        return new Completed(receipt, cases.get(receipt.caseId()).row());
    }

    @PostMapping("/{id}/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void transfer(@PathVariable String id, @RequestBody Transfer transfer) {
        actions.transfer(id, transfer.to(), transfer.opinion());
    }

    @GetMapping("/{id}/return-targets")
    @Operation(
            summary = "Earlier steps to which I may return the case",
            description = "Each with the field of the form and the choice in it that leads there, as the model says")
    List<ReturnTarget> returnTargets(@PathVariable String id) {
        return actions.returnTargets(id);
    }

    @PostMapping("/{id}/return")
    @Operation(
            summary = "Returns the case to an earlier step",
            description = "Completes the task with the decision that leads there and my draft of its form; the opinion"
                    + " is required. Defects are taken where the form has a list of them")
    Completed returnTo(@PathVariable String id, @RequestBody Return request) {
        var receipt = actions.returnTo(
                id,
                Objects.requireNonNullElse(request.to(), ""),
                request.opinion(),
                Objects.requireNonNullElse(request.defects(), List.of()));
        return new Completed(receipt, cases.get(receipt.caseId()).row());
    }

    @PostMapping("/{id}/delegate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Lets a colleague of my organisation work on the task",
            description = "What the colleague completes comes back to me as a draft; the receipt says RESOLVED")
    void delegate(@PathVariable String id, @RequestBody Transfer delegation) {
        actions.delegate(id, delegation.to(), delegation.opinion());
    }

    @PostMapping("/{id}/add-sign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Asks others for their opinion beside the task",
            description = "to: user names of the organisations that the case concerns; opinion: what they are asked."
                    + " before: I cannot complete until all have answered. parallel: they are asked now, I may complete,"
                    + " the case goes on when all have answered. after: the same, but they are asked when I complete and"
                    + " see my answers. If one of them disagrees after I completed, the task comes back to me")
    void addSign(@PathVariable String id, @RequestBody AddSign request) {
        actions.addSign(
                id,
                Words.parse(SignPosition.class, "position", Objects.requireNonNullElse(request.position(), "")),
                Objects.requireNonNullElse(request.to(), List.of()),
                request.opinion());
    }

    @PostMapping("/{id}/remove-sign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Takes back what nobody has answered yet",
            description = "to: user names; all who have not answered if left out")
    void removeSign(@PathVariable String id, @RequestBody Copy request) {
        actions.removeSign(id, Objects.requireNonNullElse(request.to(), List.of()));
    }

    @GetMapping("/{id}/signs")
    @Operation(summary = "Who is asked beside the task, and what they said")
    List<SignView> signs(@PathVariable String id) {
        return actions.signs(id);
    }

    @PostMapping("/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Takes back what I completed, while nobody has acted on what followed",
            description = "Also takes back a delegation that is not answered yet. 409 names who has acted, and when")
    void withdraw(@PathVariable String id) {
        actions.withdraw(id);
    }

    @PostMapping("/{id}/urge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Urges whoever has the task",
            description = "For the starter of the case and those who completed one of its steps; 409 within the"
                    + " interval of the settings")
    void urge(@PathVariable String id) {
        actions.urge(id);
    }

    @PostMapping("/{id}/copy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void copy(@PathVariable String id, @RequestBody Copy copy) {
        actions.copy(id, Objects.requireNonNullElse(copy.to(), List.of()));
    }
}
