package rongtong.workflow.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Clock;
import rongtong.ui.Formats;

/** Keeps what is being typed, a second after the last change, and says when it did. */
class AutoSave extends Span {

    private static final int PAUSE_MILLISECONDS = 1000;

    private final transient Clock clock;
    private final SerializableRunnable save;
    private boolean unsaved;

    AutoSave(Clock clock, SerializableRunnable save) {
        this.clock = clock;
        this.save = save;
        addClassName("draft-hint");
        getElement().setAttribute("role", "status");
    }

    /** Something was typed. */
    void changed() {
        unsaved = true;
        getElement()
                .executeJs(
                        "clearTimeout(this.saving); this.saving = setTimeout(() => this.$server.saveNow(), $0)",
                        PAUSE_MILLISECONDS);
    }

    /** What was typed is handed in or no longer wanted. */
    void forget() {
        unsaved = false;
        setText("");
        getElement().executeJs("clearTimeout(this.saving)");
    }

    /** Called by the browser when the person pauses. */
    @ClientCallable
    void saveNow() {
        if (unsaved) {
            unsaved = false;
            save.run();
            setText(getTranslation("desk.draft.saved", Formats.clock(clock.instant())));
        }
    }
}
