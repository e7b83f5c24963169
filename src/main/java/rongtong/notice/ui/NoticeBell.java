package rongtong.notice.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import rongtong.notice.NoticeBox;
import rongtong.ui.Formats;

/** Leads to the notices and says how many are unread; counts again with each page. */
class NoticeBell extends Anchor implements AfterNavigationObserver {

    private static final int LARGEST_SHOWN = 99;

    private final transient NoticeBox box;
    private final Span count = new Span();

    NoticeBell(NoticeBox box) {
        super(NoticeListView.ADDRESS);
        this.box = box;
        addClassName("frame-bell");
        count.addClassName("frame-bell-count");
        add(VaadinIcon.BELL_O.create(), count);
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var listening = ComponentUtil.addListener(attached.getUI(), NoticesRead.class, read -> refresh());
        addDetachListener(detached -> {
            detached.unregisterListener();
            listening.remove();
        });
    }

    @Override
    public void afterNavigation(AfterNavigationEvent navigation) {
        refresh();
    }

    private void refresh() {
        long unread = box.unread();
        count.setText(unread > LARGEST_SHOWN ? LARGEST_SHOWN + "+" : Formats.number(unread));
        count.setVisible(unread > 0);
        var words = unread > 0 ? getTranslation("notice.bell", unread) : getTranslation("notice.bell.none");
        setTitle(words);
        getElement().setAttribute("aria-label", words);
    }
}
