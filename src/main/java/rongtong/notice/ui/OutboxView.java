package rongtong.notice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import rongtong.notice.Outbox;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.Notices;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;

/** Mail that did not go after several attempts: why, and once more. */
@Route("admin/mails")
@RolesAllowed("ADMINISTRATOR")
@Menu(title = "notice.outbox", order = 950, icon = "vaadin:envelope-o")
class OutboxView extends Div implements HasDynamicTitle {

    private static final int MOST_SHOWN = 200;

    private final transient Outbox outbox;
    private final Panel panel;

    OutboxView(Outbox outbox) {
        this.outbox = outbox;
        this.panel = new Panel(getTranslation("notice.outbox"));
        addClassNames("page", "page-narrow");
        add(new PageHeader(getTranslation("notice.outbox")).withLine(getTranslation("notice.outbox.line")));
        if (!outbox.isOn()) {
            var hint = new Paragraph(getTranslation("notice.outbox.off"));
            hint.addClassName("hint");
            add(hint);
        }
        add(panel);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notice.outbox");
    }

    private void refresh() {
        var undelivered = outbox.undelivered(0, MOST_SHOWN);
        panel.removeAll();
        panel.setCount(undelivered.total());
        var waiting = new Paragraph(getTranslation("notice.outbox.waiting", outbox.waiting()));
        waiting.addClassNames("muted", "small");
        panel.add(waiting);
        if (undelivered.total() == 0) {
            panel.add(new EmptyState(getTranslation("notice.outbox.empty")));
            return;
        }
        var rows = new Div();
        rows.addClassName("rows");
        undelivered.items().forEach(mail -> rows.add(row(mail)));
        panel.add(rows);
    }

    private Component row(Outbox.Undelivered mail) {
        var what = mail.kind() == null
                ? getTranslation("notice.outbox.digest")
                : getTranslation("notice.kind." + mail.kind()) + " · " + mail.title();
        var title = new Span(mail.recipientName() + " · " + what);
        title.addClassName("row-title");
        var again = new Button(getTranslation("notice.outbox.again"), click -> {
            outbox.sendAgain(mail.id());
            refresh();
            Notices.done(getTranslation("notice.outbox.again.done"));
        });
        again.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        again.addClassName("row-action");
        var line = new Span(getTranslation(
                "notice.outbox.facts",
                mail.attempts(),
                Formats.moment(mail.givenUpAt()),
                getTranslation("notice.outbox.problem." + mail.problem())));
        line.addClassName("row-line");
        var row = new Div(title, again, line);
        row.addClassName("row");
        return row;
    }
}
