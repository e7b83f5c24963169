package rongtong.audit.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rongtong.audit.AuditEntry;
import rongtong.audit.AuditFilter;
import rongtong.audit.AuditTrail;
import rongtong.audit.Verification;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;

/** Who did what, for administrators and auditors. */
@RestController
@RequestMapping("/api/v1/admin/audit")
@Tag(name = "administration")
class AuditController {

    private final AuditTrail trail;
    private final Clock clock;

    AuditController(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** One deed as programs see it. */
    record Answer(
            long id,
            OffsetDateTime at,
            @Nullable String actor,
            @Nullable String organization,
            String action,
            String subject,
            String description,
            Map<String, Object> detail) {}

    @GetMapping
    @Operation(summary = "The trail, the newest first; action is what it begins with")
    Page<Answer> find(
            @RequestParam @Nullable String actor,
            @RequestParam @Nullable String action,
            @RequestParam @Nullable String subject,
            @RequestParam @Nullable OffsetDateTime from,
            @RequestParam @Nullable OffsetDateTime to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        var filter = new AuditFilter(
                actor, action, subject, from == null ? null : from.toInstant(), to == null ? null : to.toInstant());
        return trail.find(filter, request.page(), request.size()).map(this::answer);
    }

    @GetMapping("/verification")
    @Operation(summary = "Recomputes the seals: broken is empty if nobody has changed the trail")
    Verification verify() {
        return trail.verify();
    }

    private Answer answer(AuditEntry entry) {
        return new Answer(
                entry.id(),
                OffsetDateTime.ofInstant(entry.at(), clock.getZone()),
                entry.actor(),
                entry.organization(),
                entry.action(),
                entry.subject(),
                entry.description(),
                entry.detail());
    }
}
