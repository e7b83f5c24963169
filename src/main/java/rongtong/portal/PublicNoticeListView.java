package rongtong.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import rongtong.publicnotice.NoticeRow;
import rongtong.publicnotice.PublicNotices;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.PageHeader;

/** Public notices, those that run before those that have ended; for everybody. */
@Route(value = "public/notices", layout = PublicLayout.class)
@AnonymousAllowed
class PublicNoticeListView extends Div implements HasDynamicTitle {

    private static final int AT_ONCE = 20;

    private final transient PublicNotices notices;

    PublicNoticeListView(PublicNotices notices) {
        this.notices = notices;
        addClassName("page");
        add(
                new PageHeader(getTranslation("portal.notices")).withLine(getTranslation("portal.notices.line")),
                section(true, "portal.notices.running", "portal.notices.none-running"),
                section(false, "portal.notices.ended", "portal.notices.none-ended"));
    }

    private Component section(boolean running, String title, String empty) {
        var list = new Div();
        list.addClassName("portal-list");
        var more = new Button(getTranslation("portal.notices.more"));
        var first = notices.published(running, 0, AT_ONCE);
        first.items().forEach(row -> list.add(card(row)));
        if (first.items().isEmpty()) {
            list.add(new EmptyState(getTranslation(empty)));
        }
        more.setVisible(first.total() > AT_ONCE);
        more.addClickListener(click -> {
            var next = notices.published(running, list.getComponentCount() / AT_ONCE, AT_ONCE);
            next.items().forEach(row -> list.add(card(row)));
            more.setVisible(next.total() > list.getComponentCount());
        });
        var section = new Section(new H2(getTranslation(title, first.total())), list, more);
        section.addClassName("portal-section");
        return section;
    }

    private Component card(NoticeRow row) {
        var title = new H3(new Anchor(
                "public/notices/" + row.id(), PublicNoticeParts.title(row.title(), row.titleEn(), getLocale())));
        title.addClassName("list-title");
        var head = new Div(title, PublicNoticeParts.badge(row.state(), row.stopped()));
        head.addClassName("portal-card-head");
        var line = new Paragraph(getTranslation(
                "portal.notice.line",
                row.number(),
                row.organName(),
                PublicNoticeParts.period(row.firstDay(), row.lastDay(), row.workingDays()),
                Formats.number(row.entries())));
        line.addClassName("list-line");
        var card = new Div(head, line);
        var left = PublicNoticeParts.left(row.state(), row.stopped(), row.daysLeft());
        if (!left.isEmpty()) {
            card.add(new Paragraph(left));
        }
        card.addClassNames("panel", "portal-card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portal.notices");
    }
}
