package rongtong.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableConsumer;

/** Tells a page whether it is shown on a phone, at once and whenever the window changes. */
public final class NarrowScreen {

    private static final int NARROW_PIXELS = 640;

    private NarrowScreen() {}

    /** @param narrow takes true on a phone; called in the UI of the page */
    public static void observe(Component page, SerializableConsumer<Boolean> narrow) {
        page.addAttachListener(attach -> {
            var ui = attach.getUI();
            ui.getPage()
                    .executeJs("return window.innerWidth")
                    .then(Integer.class, width -> narrow.accept(width < NARROW_PIXELS));
            var resize = ui.getPage()
                    .addBrowserWindowResizeListener(change -> narrow.accept(change.getWidth() < NARROW_PIXELS));
            page.addDetachListener(detach -> {
                resize.remove();
                detach.unregisterListener();
            });
        });
    }
}
