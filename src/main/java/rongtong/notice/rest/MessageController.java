package rongtong.notice.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rongtong.notice.Notice;
import rongtong.notice.NoticeBox;
import rongtong.notice.NoticeKind;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;
import rongtong.shared.Texts;

/** The caller's notices, called messages here: {@code /notices} are the public ones. */
@RestController
@RequestMapping("/api/v1/messages")
@Tag(name = "messages")
class MessageController {

    private final NoticeBox box;
    private final Texts texts;
    private final Clock clock;

    MessageController(NoticeBox box, Texts texts, Clock clock) {
        this.box = box;
        this.texts = texts;
        this.clock = clock;
    }

    /** A notice in the caller's language; {@code task} is there while it is open. */
    record Answer(
            long id,
            NoticeKind kind,
            String text,
            String words,
            String title,
            String number,
            UUID instance,
            @Nullable String task,
            String step,
            OffsetDateTime at,
            @Nullable OffsetDateTime readAt) {}

    /** How many were unread. */
    record ReadAnswer(int read) {}

    @GetMapping
    @Operation(summary = "My notices, the newest first; unread narrows them to those not yet read")
    Page<Answer> messages(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return box.find(unread, request.page(), request.size()).map(this::answer);
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Marks a notice of mine as read; once more changes nothing")
    void read(@PathVariable long id) {
        box.read(id);
    }

    @PostMapping("/read-all")
    @Operation(summary = "Marks all my notices as read")
    ReadAnswer readAll() {
        return new ReadAnswer(box.readAll());
    }

    private Answer answer(Notice notice) {
        return new Answer(
                notice.id(),
                notice.kind(),
                texts.of(notice.text()),
                notice.words(),
                notice.title(),
                notice.number(),
                notice.caseId(),
                notice.task(),
                notice.step(),
                at(notice.at()),
                notice.readAt() == null ? null : at(notice.readAt()));
    }

    private OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, clock.getZone());
    }
}
