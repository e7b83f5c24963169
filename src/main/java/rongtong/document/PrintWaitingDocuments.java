package rongtong.document;

import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import rongtong.document.print.Printer;

/**
 * Prints what has been issued, behind the steps that issued it, and every hour tries what could not be printed; and one empty
 * page soon after the start, so that the fonts have been read before somebody's click waits for them.
 *
 * <p>After thousands of documents at once it works for a spell and rests as long, so that people and the engine keep the
 * processor; whoever wants to read one that is not printed yet has it printed at once. Each is printed in a transaction of its
 * own: one that was under way when the machine stopped is printed by the next to come.
 */
@Component
class PrintWaitingDocuments {

    private static final String EMPTY_PAGE = "<html><body></body></html>";
    private static final Duration SPELL = Duration.ofSeconds(2);

    private final Documents documents;
    private final Printer printer;
    private final DocumentSettings settings;
    private final TaskScheduler scheduler;

    PrintWaitingDocuments(Documents documents, Printer printer, DocumentSettings settings, TaskScheduler scheduler) {
        this.documents = documents;
        this.printer = printer;
        this.settings = settings;
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var ready = scheduler.getClock().instant();
        scheduler.schedule(() -> printer.print(EMPTY_PAGE, "", ready), ready.plusSeconds(15));
        if (settings.printBehind()) {
            scheduler.scheduleWithFixedDelay(this::printForASpell, ready.plusSeconds(20), SPELL);
        }
        scheduler.scheduleWithFixedDelay(this::tryAgain, ready.plusSeconds(5), Duration.ofHours(1));
    }

    private void printForASpell() {
        var over = System.nanoTime() + SPELL.toNanos();
        var more = true;
        while (more && System.nanoTime() < over) {
            more = documents.printNext();
        }
    }

    private void tryAgain() {
        documents.held().forEach(documents::print);
    }
}
