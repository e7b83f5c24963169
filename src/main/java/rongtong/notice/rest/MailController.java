package rongtong.notice.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rongtong.notice.Outbox;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;

/** Mail that did not go, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/mails")
@Tag(name = "administration")
class MailController {

    private final Outbox outbox;

    MailController(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping
    @Operation(summary = "Mail that was given up, the latest first")
    Page<Outbox.Undelivered> undelivered(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return outbox.undelivered(request.page(), request.size());
    }

    @PostMapping("/{id}/send-again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Puts a mail that was given up back into the outbox")
    void sendAgain(@PathVariable long id) {
        outbox.sendAgain(id);
    }
}
