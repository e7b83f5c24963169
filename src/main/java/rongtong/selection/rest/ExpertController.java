package rongtong.selection.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import rongtong.selection.panel.DeclaredRelation;
import rongtong.selection.panel.Expert;
import rongtong.selection.panel.ExpertPool;
import rongtong.shared.Message;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;

/** The pool of experts, for the departments that keep it; relations also for the experts themselves. */
@RestController
@RequestMapping("/api/v1/experts")
@Tag(name = "selection")
class ExpertController {

    private final ExpertPool pool;

    ExpertController(ExpertPool pool) {
        this.pool = pool;
    }

    record ExpertEdit(
            @Nullable String province,
            @Nullable List<String> fields,
            @Nullable String title,
            @Nullable Integer greatestLoad,
            @Nullable Boolean active) {}

    record RelationDraft(
            @Nullable String organization,
            @Nullable String kind,
            @Nullable String note) {}

    @GetMapping
    @Operation(summary = "Experts of the provinces whose pool I keep")
    Page<Expert> experts(
            @RequestParam @Nullable String province,
            @RequestParam @Nullable String field,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return pool.find(province, field, q, request.page(), request.size());
    }

    @GetMapping("/{username}")
    @Operation(summary = "One expert; experts see themselves")
    Expert expert(@PathVariable String username) {
        return pool.get(username);
    }

    @PutMapping("/{username}")
    @Operation(
            summary = "Enters an account with the role of an expert in the pool, or changes what the pool says of it")
    Expert save(@PathVariable String username, @RequestBody ExpertEdit edit) {
        pool.save(new Expert(
                username,
                "",
                "",
                Objects.requireNonNullElse(edit.province(), ""),
                Objects.requireNonNullElse(edit.fields(), List.of()),
                Objects.requireNonNullElse(edit.title(), ""),
                edit.greatestLoad(),
                Objects.requireNonNullElse(edit.active(), true)));
        return pool.get(username);
    }

    @GetMapping("/{username}/relations")
    @Operation(summary = "Ties of an expert to organisations that are in force")
    List<DeclaredRelation> relations(@PathVariable String username) {
        return pool.relations(username);
    }

    @PostMapping("/{username}/relations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Declares a tie: EMPLOYED, FORMERLY_EMPLOYED, COOPERATES, KIN or OTHER")
    List<DeclaredRelation> declare(@PathVariable String username, @RequestBody RelationDraft draft) {
        pool.declare(
                username,
                Objects.requireNonNullElse(draft.organization(), ""),
                kind(draft.kind()),
                Objects.requireNonNullElse(draft.note(), ""));
        return pool.relations(username);
    }

    @DeleteMapping("/{username}/relations/{organization}/{kind}")
    @Operation(summary = "Ends a tie")
    List<DeclaredRelation> end(
            @PathVariable String username, @PathVariable String organization, @PathVariable String kind) {
        pool.endRelation(username, organization, kind(kind));
        return pool.relations(username);
    }

    private static DeclaredRelation.Kind kind(@Nullable String word) {
        return Optional.ofNullable(word)
                .flatMap(name -> Arrays.stream(DeclaredRelation.Kind.values())
                        .filter(kind -> kind.name().equals(name))
                        .findFirst())
                .orElseThrow(() -> {
                    var message = Message.of("selection.panel.no-such-kind", String.valueOf(word));
                    return new RuleViolation(message, List.of(new FieldError("kind", message)));
                });
    }
}
