package rongtong.notice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rongtong.notice.Notice;
import rongtong.notice.NoticeBox;
import rongtong.shared.Texts;
import rongtong.ui.Badge;
import rongtong.ui.Formats;
import rongtong.ui.Notices;
import rongtong.ui.PageHeader;
import rongtong.workflow.ui.CaseNavigation;
import rongtong.workflow.ui.TaskNavigation;

/** What the person was told, the newest first; following a notice marks it as read. The filter stays in the address. */
@Route(NoticeListView.ADDRESS)
@PermitAll
@Menu(title = "notice.notices", order = 15, icon = "vaadin:bell-o")
class NoticeListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ADDRESS = "messages";
    private static final String UNREAD = "unread";

    private final transient NoticeBox box;
    private final transient Texts texts;

    private final Checkbox unread = new Checkbox();
    private final Span count = new Span();
    private final Grid<Notice> grid = new Grid<>();
    private final Button readAll = new Button();

    NoticeListView(NoticeBox box, Texts texts) {
        this.box = box;
        this.texts = texts;
        addClassNames("page", "page-full");
        readAll.setText(getTranslation("notice.read-all"));
        readAll.setIcon(VaadinIcon.CHECK.create());
        readAll.addClickListener(click -> readAll());
        unread.setLabel(getTranslation("notice.filter.unread"));
        unread.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                showAddress();
                refresh();
            }
        });
        count.addClassName("list-count");
        var filters = new Div(unread, count);
        filters.addClassName("filters");
        configureGrid();
        add(
                new PageHeader(getTranslation("notice.notices"), readAll).withLine(getTranslation("notice.line")),
                filters,
                grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        unread.setValue(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(UNREAD)
                .filter("true"::equals)
                .isPresent());
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notice.notices");
    }

    private void configureGrid() {
        grid.addComponentColumn(this::line);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
    }

    private Component line(Notice notice) {
        var kind = new Badge(getTranslation("notice.kind." + notice.kind()), tone(notice));
        var link = new Anchor(address(notice), texts.in(getLocale(), notice.text()));
        link.addClassName("list-title");
        link.getElement().addEventListener("click", click -> read(notice));
        var facts = new Span(Stream.of(notice.number(), notice.step(), notice.words())
                .filter(fact -> !fact.isBlank())
                .collect(Collectors.joining(" · ")));
        facts.addClassName("list-line");
        var words = new Div(link, facts);
        words.addClassName("notice-line-words");
        var at = new Span(Formats.moment(notice.at()));
        at.addClassName("notice-line-time");
        var row = new Div(kind, words, at);
        row.addClassName("notice-line");
        if (notice.isUnread()) {
            row.addClassName("notice-line-unread");
            var read = new Button(getTranslation("notice.read"), click -> {
                read(notice);
                refresh();
            });
            read.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            row.add(read);
        }
        return row;
    }

    private static Badge.Tone tone(Notice notice) {
        return switch (notice.kind()) {
            case OVERDUE -> Badge.Tone.BAD;
            case REMINDED, URGED, RETURNED -> Badge.Tone.WARNING;
            case TRANSFERRED, DELEGATED, EVIDENCE_RECEIVED -> Badge.Tone.ACTIVE;
            case ENDED -> Badge.Tone.GOOD;
            case COPIED, WITHDRAWN, CANCELLED, WINDOW_EXTENDED, REVIEW_CLOSED -> Badge.Tone.NEUTRAL;
        };
    }

    private static String address(Notice notice) {
        return notice.task() == null ? CaseNavigation.address(notice.caseId()) : TaskNavigation.address(notice.task());
    }

    private void read(Notice notice) {
        box.read(notice.id());
        ComponentUtil.fireEvent(UI.getCurrent(), new NoticesRead(UI.getCurrent()));
    }

    private void readAll() {
        int read = box.readAll();
        ComponentUtil.fireEvent(UI.getCurrent(), new NoticesRead(UI.getCurrent()));
        refresh();
        Notices.done(getTranslation("notice.read-all.done", read));
    }

    private void showAddress() {
        var query = unread.getValue() ? QueryParameters.simple(Map.of(UNREAD, "true")) : QueryParameters.empty();
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(ADDRESS, query));
    }

    private void refresh() {
        var only = unread.getValue();
        grid.setEmptyStateText(getTranslation(only ? "notice.empty.unread" : "notice.empty"));
        readAll.setEnabled(box.unread() > 0);
        grid.setItemsPageable(
                page -> box.find(only, page.getPageNumber(), page.getPageSize()).items(), page -> {
                    long total = box.find(only, 0, 1).total();
                    count.setText(getTranslation("notice.total", total));
                    return total;
                });
    }
}
