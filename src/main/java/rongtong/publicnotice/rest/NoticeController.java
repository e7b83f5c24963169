package rongtong.publicnotice.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import rongtong.publicnotice.FiledObjection;
import rongtong.publicnotice.Notice;
import rongtong.publicnotice.NoticeRow;
import rongtong.publicnotice.NoticeState;
import rongtong.publicnotice.ObjectionDraft;
import rongtong.publicnotice.Objections;
import rongtong.publicnotice.PublicNotices;
import rongtong.shared.Message;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;

/** Public notices: for everybody, without login. */
@RestController
@RequestMapping("/api/v1/notices")
@Tag(name = "notices")
class NoticeController {

    private final PublicNotices notices;
    private final Objections objections;

    NoticeController(PublicNotices notices, Objections objections) {
        this.notices = notices;
        this.objections = objections;
    }

    /** A notice without what the procedure keeps for itself. @param basis the default on which it rests */
    record NoticeAnswer(
            UUID id,
            String number,
            String organ,
            String organName,
            NoticeState state,
            String title,
            @Nullable String titleEn,
            String introduction,
            @Nullable String introductionEn,
            String clause,
            String basis,
            int workingDays,
            String contact,
            @Nullable UUID former,
            @Nullable Instant publishedAt,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            int daysLeft,
            boolean stopped,
            @Nullable Instant closedAt,
            @Nullable String reason,
            List<String> headings,
            @Nullable List<String> headingsEn,
            List<Line> entries) {}

    /** One line of the list. @param texts under the headings */
    record Line(int place, String organization, String region, List<String> texts) {}

    @GetMapping
    @Operation(
            summary =
                    "Public notices, the newest first: state is RUNNING (if left out) or ENDED, withdrawn ones too. No"
                            + " login needed")
    Page<NoticeRow> notices(
            @RequestParam(defaultValue = "RUNNING") String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        if (!state.equals("RUNNING") && !state.equals("ENDED")) {
            var message = Message.of("publicnotice.no-state");
            throw new RuleViolation(message, List.of(new FieldError("state", message)));
        }
        return notices.published(state.equals("RUNNING"), request.page(), request.size());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One notice with its list, by id or number. No login needed")
    NoticeAnswer notice(@PathVariable String id) {
        return answer(notices.published(id));
    }

    @PostMapping("/{id}/objections")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "File an objection by real name; entry is a place in the list, or left out for the whole list. No"
                    + " login needed. The answer has the private link, which is shown once: /public/objections/{link}. 422"
                    + " with the fields, or when the period is over; 429 if too many were filed within an hour")
    FiledObjection object(@PathVariable String id, @RequestBody ObjectionDraft objection, HttpServletRequest request) {
        return objections.file(id, objection, request.getRemoteAddr());
    }

    private static NoticeAnswer answer(Notice notice) {
        return new NoticeAnswer(
                notice.id(),
                notice.number(),
                notice.organ(),
                notice.organName(),
                notice.state(),
                notice.title(),
                notice.titleEn(),
                notice.introduction(),
                notice.introductionEn(),
                notice.clause(),
                PublicNotices.BASIS,
                notice.workingDays(),
                notice.contact(),
                notice.former(),
                notice.publishedAt(),
                notice.firstDay(),
                notice.lastDay(),
                notice.daysLeft(),
                notice.stopped(),
                notice.closedAt(),
                notice.reason(),
                notice.headings(),
                notice.headingsEn(),
                notice.entries().stream()
                        .map(entry -> new Line(entry.place(), entry.organization(), entry.region(), entry.texts()))
                        .toList());
    }
}
