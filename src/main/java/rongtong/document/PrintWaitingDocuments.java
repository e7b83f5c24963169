package rongtong.document;

import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Prints what had to wait, soon after the start and then every hour. */
@Component
class PrintWaitingDocuments {

    private final Documents documents;
    private final TaskScheduler scheduler;

    PrintWaitingDocuments(Documents documents, TaskScheduler scheduler) {
        this.documents = documents;
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        scheduler.scheduleWithFixedDelay(
                documents::renderWaiting, scheduler.getClock().instant().plusSeconds(5), Duration.ofHours(1));
    }
}
