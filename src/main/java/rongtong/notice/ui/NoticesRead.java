package rongtong.notice.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;

/** In this window some notices were read: the bell counts again. */
class NoticesRead extends ComponentEvent<UI> {

    NoticesRead(UI window) {
        super(window, false);
    }
}
