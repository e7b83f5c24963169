package rongtong.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short sentences that appear above a page. What went well goes by itself; what went wrong stays until it is closed. */
public final class Notices {

    private static final int SHOWN_MILLISECONDS = 6000;

    private static final String STAYING = Notices.class.getName();

    private Notices() {}

    public static void done(String text) {
        closeEarlier();
        var notice = new Notification(text, SHOWN_MILLISECONDS, Position.TOP_CENTER);
        notice.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        notice.open();
    }

    /** The person has to change or decide something. */
    public static void refusal(String text) {
        stay(text, NotificationVariant.LUMO_WARNING);
    }

    /** It did not work and the person is not to blame. */
    public static void failure(String text) {
        stay(text, NotificationVariant.LUMO_ERROR);
    }

    private static void stay(String text, NotificationVariant look) {
        var notice = new Notification();
        notice.setDuration(0);
        notice.setPosition(Position.TOP_CENTER);
        notice.addThemeVariants(look);
        notice.setAssertive(true);
        notice.add(content(notice, text));
        closeEarlier();
        ComponentUtil.setData(UI.getCurrent(), STAYING, notice);
        notice.open();
    }

    /** A refusal that has been answered by another attempt is no longer true. */
    private static void closeEarlier() {
        if (ComponentUtil.getData(UI.getCurrent(), STAYING) instanceof Notification earlier) {
            earlier.close();
            ComponentUtil.setData(UI.getCurrent(), STAYING, null);
        }
    }

    private static Component content(Notification notice, String text) {
        var words = new Span(text);
        words.addClassName("notice-text");
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> notice.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        close.setAriaLabel(translate("ui.close"));
        var row = new Div(words, close);
        row.addClassName("notice");
        return row;
    }
}
