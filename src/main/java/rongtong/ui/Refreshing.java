package rongtong.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

/**
 * A part of a page that shows how far long work is: looked at anew every two seconds while the work is going on, and after
 * that no more.
 */
public final class Refreshing extends Composite<Div> {

    private static final int MILLISECONDS = 2_000;

    private final SerializableFunction<Runnable, Look> look;
    private boolean running;
    private @Nullable Registration listening;

    /**
     * What there is to see now.
     *
     * @param running whether the work is going on, so that it is worth while to look again
     */
    public record Look(Component content, boolean running) {}

    /** Parts of one page that refresh; the browser asks while there are any. */
    private record Asking(int parts) {}

    /** @param look is given what looks again at once, such as after a click that has set work going */
    public Refreshing(SerializableFunction<Runnable, Look> look) {
        this.look = look;
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        askOrStop(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop(event.getUI());
    }

    private void refresh() {
        try {
            show();
        } finally {
            getUI().ifPresent(this::askOrStop);
        }
    }

    private void show() {
        // who cannot look is not asked again
        running = false;
        var seen = look.apply(this::refresh);
        running = seen.running();
        getContent().removeAll();
        getContent().add(seen.content());
    }

    private void askOrStop(UI ui) {
        if (!running) {
            stop(ui);
        } else if (listening == null) {
            count(ui, 1);
            listening = ui.addPollListener(poll -> refresh());
        }
    }

    private void stop(UI ui) {
        if (listening != null) {
            listening.remove();
            listening = null;
            count(ui, -1);
        }
    }

    private static void count(UI ui, int more) {
        var asking = ComponentUtil.getData(ui, Asking.class);
        var parts = (asking == null ? 0 : asking.parts()) + more;
        ComponentUtil.setData(ui, Asking.class, new Asking(parts));
        ui.setPollInterval(parts > 0 ? MILLISECONDS : -1);
    }
}
