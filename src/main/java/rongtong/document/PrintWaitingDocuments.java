package rongtong.document;

import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import rongtong.document.print.Printer;

/**
 * Prints what had to wait, soon after the start and then every hour; and one empty page, so that the fonts have been read
 * before somebody's click waits for them.
 */
@Component
class PrintWaitingDocuments {

    private static final String EMPTY_PAGE = "<html><body></body></html>";

    private final Documents documents;
    private final Printer printer;
    private final TaskScheduler scheduler;

    PrintWaitingDocuments(Documents documents, Printer printer, TaskScheduler scheduler) {
        this.documents = documents;
        this.printer = printer;
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var ready = scheduler.getClock().instant();
        scheduler.scheduleWithFixedDelay(documents::renderWaiting, ready.plusSeconds(5), Duration.ofHours(1));
        scheduler.schedule(() -> printer.print(EMPTY_PAGE, "", ready), ready.plusSeconds(15));
    }
}
