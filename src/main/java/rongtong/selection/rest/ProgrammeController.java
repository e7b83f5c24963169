package rongtong.selection.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import rongtong.identity.CurrentUser;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.ProgrammeFilter;
import rongtong.selection.programme.ProgrammeForms;
import rongtong.selection.programme.ProgrammeStatus;
import rongtong.selection.programme.ProgrammeVersion;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.Retirements;
import rongtong.selection.rest.ProgrammeAnswer.RetirementAnswer;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.shared.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Programmes: what is published for everybody who is logged in, drafts for who edits them. */
@RestController
@RequestMapping("/api/v1/programmes")
@Tag(name = "programmes")
class ProgrammeController {

    private final Programmes programmes;
    private final Retirements retirements;
    private final ProgrammeForms forms;
    private final ProgrammeAnswers answers;
    private final CurrentUser user;
    private final Texts texts;

    ProgrammeController(
            Programmes programmes,
            Retirements retirements,
            ProgrammeForms forms,
            ProgrammeAnswers answers,
            CurrentUser user,
            Texts texts) {
        this.programmes = programmes;
        this.retirements = retirements;
        this.forms = forms;
        this.answers = answers;
        this.user = user;
        this.texts = texts;
    }

    /**
     * What a programme is to be.
     *
     * @param revision of the draft that was read before writing; nothing for a new one
     */
    record Change(@Nullable Integer revision, @Nullable JsonNode definition) {

        JsonNode known() {
            return definition == null || definition.isNull() ? JsonNodeFactory.instance.objectNode() : definition;
        }
    }

    /** Which draft is meant: the one with this revision. */
    record Seen(@Nullable Integer revision) {}

    /** Why a programme is put out of use: 5 to 500 characters. */
    record Reason(@Nullable String reason) {}

    /**
     * A version.
     *
     * @param problems what keeps a draft from being published, each at its place
     */
    record VersionAnswer(
            Programme definition,
            ProgrammeStatus status,
            @Nullable String editor,
            Instant editedAt,
            @Nullable Instant publishedAt,
            int revision,
            List<Problem> problems) {}

    record Problem(String field, String message) {}

    /** A line of the list of versions. */
    record VersionLine(
            int version,
            ProgrammeStatus status,
            @Nullable String editor,
            Instant editedAt,
            @Nullable Instant publishedAt,
            int revision) {}

    @GetMapping
    @Operation(summary = "Published programmes; mine are those that my department convenes")
    Page<ProgrammeAnswer> programmes(
            @RequestParam @Nullable String province,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return programmes
                .find(ProgrammeFilter.of(province, mine, q), request.page(), request.size())
                .map(programme -> answers.of(programme, user.organization()));
    }

    @GetMapping("/{key}")
    @Operation(summary = "The published version, and for each track why my organisation may not apply")
    ProgrammeAnswer programme(@PathVariable String key) {
        return answers.of(published(key), user.organization());
    }

    @GetMapping(path = "/{key}/tracks/{track}/form", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The application form of a track (form-js JSON)")
    String form(@PathVariable String key, @PathVariable String track) {
        return forms.json(published(key)
                .track(track)
                .orElseThrow(() -> new NotFound("track", track))
                .form());
    }

    @GetMapping("/{key}/versions")
    @Operation(summary = "All versions, the newest first; drafts only for who may edit them")
    List<VersionLine> versions(@PathVariable String key) {
        var versions = programmes.versions(key);
        if (versions.isEmpty()) {
            throw new NotFound("programme", key);
        }
        return versions.stream()
                .map(one -> new VersionLine(
                        one.programme().version(),
                        one.status(),
                        one.editor(),
                        one.editedAt(),
                        one.publishedAt(),
                        one.revision()))
                .toList();
    }

    @GetMapping("/{key}/versions/{version}")
    @Operation(summary = "One version as it is kept; a draft with what keeps it from being published")
    VersionAnswer version(@PathVariable String key, @PathVariable int version) {
        return answer(programmes.version(key, version));
    }

    @PostMapping
    @Operation(summary = "The first draft of a new programme, for handlers of a department that leads it")
    ResponseEntity<VersionAnswer> create(@RequestBody Change change) {
        return created(programmes.create(change.known()));
    }

    @PostMapping("/{key}/versions")
    @Operation(summary = "A draft of a new version as the published one; the draft that is there, if there is one")
    ResponseEntity<VersionAnswer> revise(@PathVariable String key) {
        return created(programmes.revise(key));
    }

    @PutMapping("/{key}/versions/{version}")
    @Operation(summary = "Keep a draft, complete or not; 409 if somebody has saved or published it since")
    VersionAnswer save(@PathVariable String key, @PathVariable int version, @RequestBody Change change) {
        return answer(programmes.save(key, version, known(change.revision()), change.known()));
    }

    @PostMapping("/{key}/versions/{version}/publication")
    @Operation(summary = "Publish a draft; 422 with what is missing, each at its place")
    VersionAnswer publish(@PathVariable String key, @PathVariable int version, @RequestBody Seen seen) {
        return answer(programmes.publish(key, version, known(seen.revision())));
    }

    @DeleteMapping("/{key}/versions/{version}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Throw a draft away")
    void discard(@PathVariable String key, @PathVariable int version, @RequestParam int revision) {
        programmes.discard(key, version, revision);
    }

    @PostMapping("/{key}/retirement")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Put a programme out of use, with a reason: no round begins any more, those that have begun go on. 409"
                            + " if somebody has done it already")
    RetirementAnswer retire(@PathVariable String key, @RequestBody Reason reason) {
        var retirement = retirements.retire(key, reason.reason());
        return new RetirementAnswer(retirement.at(), retirement.reason());
    }

    @DeleteMapping("/{key}/retirement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Bring a programme back into use; 409 if somebody has done it already")
    void restore(@PathVariable String key) {
        retirements.restore(key);
    }

    private static int known(@Nullable Integer revision) {
        if (revision == null) {
            var message = Message.of("selection.programme.check.missing");
            throw new RuleViolation(message, List.of(new FieldError("revision", message)));
        }
        return revision;
    }

    private Programme published(String key) {
        return programmes.published(key).orElseThrow(() -> new NotFound("programme", key));
    }

    private ResponseEntity<VersionAnswer> created(ProgrammeVersion version) {
        var at = "/api/v1/programmes/%s/versions/%d"
                .formatted(version.programme().key(), version.programme().version());
        return ResponseEntity.created(URI.create(at)).body(answer(version));
    }

    private VersionAnswer answer(ProgrammeVersion version) {
        var isDraft = version.status() == ProgrammeStatus.DRAFT;
        return new VersionAnswer(
                version.programme(),
                version.status(),
                version.editor(),
                version.editedAt(),
                version.publishedAt(),
                version.revision(),
                isDraft
                        ? programmes.problems(version.programme()).stream()
                                .map(error -> new Problem(error.field(), texts.of(error.message())))
                                .toList()
                        : List.of());
    }
}
