package rongtong.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import rongtong.policy.Clauses;
import rongtong.publicnotice.Notice;
import rongtong.publicnotice.NoticeState;
import rongtong.publicnotice.Objections;
import rongtong.publicnotice.PublicNotices;
import rongtong.shared.NotFound;
import rongtong.ui.EmptyState;
import rongtong.ui.Facts;
import rongtong.ui.Formats;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;
import rongtong.ui.PlainTable;

/** One public notice with its list, and the form to object to it; for everybody. */
@Route(value = "public/notices/:notice", layout = PublicLayout.class)
@AnonymousAllowed
class PublicNoticeDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient PublicNotices notices;
    private final transient Objections objections;
    private final transient Clauses clauses;

    private String title = "";

    PublicNoticeDetailView(PublicNotices notices, Objections objections, Clauses clauses) {
        this.notices = notices;
        this.objections = objections;
        this.clauses = clauses;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            show(notices.published(event.getRouteParameters().get("notice").orElse("")));
        } catch (NotFound wrong) {
            add(PublicNoticeParts.back(), new EmptyState(getTranslation("portal.notice.none")));
        }
    }

    private void show(Notice notice) {
        title = PublicNoticeParts.title(notice.title(), notice.titleEn(), getLocale());
        var print = new Button(
                getTranslation("portal.notice.print"),
                click -> UI.getCurrent().getPage().executeJs("window.print()"));
        add(
                PublicNoticeParts.back(),
                new PageHeader(title, print).withLine(notice.number() + " · " + notice.organName()),
                new Panel(getTranslation("portal.notice.facts"), facts(notice), introduction(notice)),
                entries(notice),
                objection(notice));
    }

    private Component facts(Notice notice) {
        var facts = new Facts()
                .with(getTranslation("portal.notice.state"), PublicNoticeParts.badge(notice.state(), notice.stopped()))
                .with(getTranslation("portal.notice.organ"), notice.organName())
                .with(getTranslation("portal.notice.published"), Formats.moment(notice.publishedAt()))
                .with(
                        getTranslation("portal.notice.period.name"),
                        PublicNoticeParts.period(notice.firstDay(), notice.lastDay(), notice.workingDays()));
        var left = PublicNoticeParts.left(notice.state(), notice.stopped(), notice.daysLeft());
        if (!left.isEmpty()) {
            facts.with(getTranslation("portal.notice.left.name"), left);
        }
        if (notice.state() == NoticeState.WITHDRAWN) {
            facts.with(getTranslation("portal.notice.withdrawn"), String.valueOf(notice.reason()));
        }
        var former = notice.former();
        if (former != null) {
            notices.find(former)
                    .ifPresent(corrected -> facts.with(
                            getTranslation("portal.notice.former"),
                            new Anchor("public/notices/" + former, corrected.number() + " " + corrected.title())));
        }
        return facts.with(getTranslation("portal.notice.clause"), clause(notice))
                .with(
                        getTranslation("portal.notice.basis"),
                        getTranslation("portal.notice.default", PublicNotices.BASIS))
                .with(getTranslation("portal.notice.contact"), notice.contact());
    }

    private String clause(Notice notice) {
        return clauses.find(notice.clause())
                .map(clause -> clause.documentTitle() + " " + clause.number())
                .orElse(notice.clause());
    }

    private boolean inEnglish() {
        return getLocale().getLanguage().equals("en");
    }

    private Component introduction(Notice notice) {
        var text = new Div();
        text.addClassName("notice-introduction");
        var words = inEnglish()
                ? Objects.requireNonNullElse(notice.introductionEn(), notice.introduction())
                : notice.introduction();
        words.lines().map(Paragraph::new).forEach(text::add);
        return text;
    }

    private Component entries(Notice notice) {
        var headers = new ArrayList<>(List.of(
                getTranslation("portal.notice.place"),
                getTranslation("portal.notice.organization"),
                getTranslation("portal.notice.region")));
        headers.addAll(
                inEnglish() ? Objects.requireNonNullElse(notice.headingsEn(), notice.headings()) : notice.headings());
        var table = new PlainTable(headers.toArray(String[]::new)).withNumbers(0);
        for (var entry : notice.entries()) {
            var cells = new ArrayList<Object>(List.of(entry.place(), entry.organization(), orDash(entry.region())));
            entry.texts().stream().map(PublicNoticeDetailView::orDash).forEach(cells::add);
            table.row(cells.toArray());
        }
        var panel = new Panel(getTranslation("portal.notice.entries"), table);
        panel.setCount(notice.entries().size());
        panel.addClassName("notice-entries");
        if (inEnglish()) {
            var line = new Paragraph(getTranslation("portal.notice.as-published"));
            line.addClassName("list-line");
            panel.add(line);
        }
        return panel;
    }

    private static String orDash(String text) {
        return text.isBlank() ? "—" : text;
    }

    private Component objection(Notice notice) {
        if (notices.hears(notice)) {
            return new ObjectionForm(notice, objections);
        }
        return new Panel(
                getTranslation("portal.objection"),
                new Paragraph(getTranslation(
                        notice.state() == NoticeState.WITHDRAWN
                                ? "portal.objection.withdrawn"
                                : "portal.objection.over")));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
