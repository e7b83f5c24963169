package rongtong.selection.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rongtong.identity.CurrentUser;
import rongtong.selection.application.ApplicationFilter;
import rongtong.selection.application.ApplicationRow;
import rongtong.selection.application.ApplicationSearch;
import rongtong.selection.application.ApplicationText;
import rongtong.selection.application.Openings;
import rongtong.selection.application.Partner;
import rongtong.selection.application.PilotApplication;
import rongtong.selection.application.PilotApplications;
import rongtong.selection.application.Recommendation;
import rongtong.selection.application.Recommendations;
import rongtong.selection.application.Submissions;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;

/** Applications to the rounds of programmes, as far as the caller may see them. */
@RestController
@RequestMapping("/api/v1/programmes")
@Tag(name = "applications")
class ApplicationController {

    private final ApplicationSearch search;
    private final PilotApplications applications;
    private final Submissions submissions;
    private final Recommendations recommendations;
    private final Openings openings;
    private final CurrentUser user;
    private final Clock clock;

    ApplicationController(
            ApplicationSearch search,
            PilotApplications applications,
            Submissions submissions,
            Recommendations recommendations,
            Openings openings,
            CurrentUser user,
            Clock clock) {
        this.search = search;
        this.applications = applications;
        this.submissions = submissions;
        this.recommendations = recommendations;
        this.openings = openings;
        this.user = user;
        this.clock = clock;
    }

    /**
     * A track of a round that receives applications now.
     *
     * @param code as the start form of an application takes it
     * @param serverTime by which the window is decided
     */
    record OpeningAnswer(
            String code,
            String name,
            String programme,
            UUID round,
            String track,
            Instant opensAt,
            Instant closesAt,
            Instant serverTime) {}

    /** @param recommendations only for public bodies and auditors, and so is the credit of the partners */
    record ApplicationAnswer(
            UUID id,
            UUID round,
            String track,
            String applicant,
            String title,
            String status,
            @Nullable String receipt,
            @Nullable Instant receivedAt,
            List<ApplicationText> texts,
            List<Partner> partners,
            List<Recommendation> recommendations) {}

    @GetMapping("/openings")
    @Operation(
            summary = "What my organisation can apply for now, the one that closes first before the others",
            description =
                    "Tracks of the rounds whose window is open and whose conditions it meets; code is what the field"
                            + " opening of the service pilot-application takes")
    Page<OpeningAnswer> openings(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        var now = clock.instant();
        var all = openings.of(user.organization()).stream()
                .map(opening -> new OpeningAnswer(
                        opening.code(),
                        opening.name(),
                        opening.programme().key(),
                        opening.round().caseId(),
                        opening.track().key(),
                        opening.round().opensAt(),
                        opening.round().closesAt(),
                        now))
                .toList();
        var from = Math.min((long) request.page() * request.size(), all.size());
        return new Page<>(
                all.subList((int) from, (int) Math.min(from + request.size(), all.size())),
                request.page(),
                request.size(),
                all.size());
    }

    @GetMapping("/{key}/applications")
    @Operation(
            summary = "Applications to a programme that I may see",
            description = "Applicants see their own; those who recommend, what has come to them; lead and participating"
                    + " departments all that were handed in; experts none")
    Page<ApplicationRow> applications(
            @PathVariable String key,
            @RequestParam @Nullable String round,
            @RequestParam @Nullable String track,
            @RequestParam @Nullable String status,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return search.find(ApplicationFilter.parse(key, round, track, status, q), request.page(), request.size());
    }

    @GetMapping("/{key}/applications/{id}")
    @Operation(
            summary = "One application with its receipt",
            description =
                    "The answers are those of the instance of the same id; texts are the versions of the answers with"
                            + " the SHA-256 of their canonical JSON, the one that was received first")
    ApplicationAnswer application(@PathVariable String key, @PathVariable UUID id) {
        var application = visible(key, id);
        var opinions = search.readsOpinions(application);
        return new ApplicationAnswer(
                id,
                application.round(),
                application.track(),
                application.applicant(),
                application.title(),
                application.status().name(),
                application.receipt(),
                application.receivedAt(),
                submissions.versions(id),
                submissions.partners(id).stream()
                        .map(partner -> opinions
                                ? partner
                                : new Partner(partner.organization(), partner.name(), partner.kind(), null))
                        .toList(),
                opinions ? recommendations.of(id) : List.of());
    }

    @GetMapping(path = "/{key}/applications/{id}/texts/{version}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A version of the answers, byte for byte as its SHA-256 was taken of it")
    String text(@PathVariable String key, @PathVariable UUID id, @PathVariable int version) {
        visible(key, id);
        return submissions.canonical(id, version);
    }

    private PilotApplication visible(String key, UUID id) {
        search.requireVisible(id);
        var application = applications.get(id);
        if (!openings.get(application).programme().key().equals(key)) {
            throw new NotFound("application", id);
        }
        return application;
    }
}
