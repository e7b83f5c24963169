package rongtong.publicnotice.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import rongtong.publicnotice.Notice;
import rongtong.publicnotice.NoticeState;
import rongtong.publicnotice.PublicNotices;
import rongtong.ui.Badge;
import rongtong.ui.Badge.Tone;
import rongtong.ui.Formats;
import rongtong.ui.Notices;
import rongtong.ui.Panel;
import rongtong.ui.ReasonDialog;
import rongtong.workflow.CaseView;
import rongtong.workflow.ui.CasePanel;

/** On the page of a case: its public notices, how many objections there are, and the withdrawal for the leader of the organ. */
@org.springframework.stereotype.Component
class CaseNoticesPanel implements CasePanel {

    private final PublicNotices notices;

    CaseNoticesPanel(PublicNotices notices) {
        this.notices = notices;
    }

    @Override
    public boolean serves(String service) {
        return true;
    }

    @Override
    public Component create(CaseView view) {
        var published = notices.of(view.row().id()).stream()
                .filter(notice -> notice.state() != NoticeState.DRAFT)
                .toList();
        if (published.isEmpty()) {
            var nothing = new Div();
            nothing.setVisible(false);
            return nothing;
        }
        var rows = new Div();
        rows.addClassName("rows");
        published.forEach(notice -> rows.add(row(notice)));
        return new Panel(translate("publicnotice.panel"), rows);
    }

    private Component row(Notice notice) {
        var link = new Anchor("public/notices/" + notice.id(), notice.number() + " " + notice.title());
        link.addClassName("list-title");
        var line = new Span(String.join(" · ", line(notice)));
        line.addClassName("list-line");
        var words = new Div(link, line);
        words.addClassName("notice-line-words");
        var row = new Div(badge(notice), words);
        row.addClassName("notice-line");
        if (notice.state() == NoticeState.RUNNING && notices.leads(notice.organ())) {
            var withdraw = new Button(translate("publicnotice.panel.withdraw"), click -> ask(notice));
            withdraw.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
            row.add(withdraw);
        }
        return row;
    }

    private static Badge badge(Notice notice) {
        if (notice.stopped()) {
            return new Badge(translate("publicnotice.stopped"), Tone.WARNING);
        }
        var tone = notice.state() == NoticeState.RUNNING ? Tone.ACTIVE : Tone.NEUTRAL;
        return new Badge(translate("publicnotice.state." + notice.state()), tone);
    }

    private List<String> line(Notice notice) {
        var parts = new ArrayList<String>();
        parts.add(translate("publicnotice.panel.line", Formats.day(notice.firstDay()), Formats.day(notice.lastDay())));
        if (notice.state() == NoticeState.RUNNING && notice.daysLeft() >= 0) {
            parts.add(translate("publicnotice.panel.left", notice.daysLeft()));
        }
        var open = notices.openObjections(notice.id()).size();
        if (open > 0) {
            parts.add(translate("publicnotice.panel.objections", open));
        }
        var upheld = notices.upheld(notice.id()).size();
        if (upheld > 0) {
            parts.add(translate("publicnotice.panel.upheld", upheld));
        }
        if (notice.reason() != null) {
            parts.add(notice.reason());
        }
        return parts;
    }

    private void ask(Notice notice) {
        new ReasonDialog(
                        translate("publicnotice.panel.withdraw"),
                        translate("publicnotice.panel.withdraw.consequence", notice.number()),
                        translate("publicnotice.panel.withdraw"),
                        reason -> {
                            notices.withdraw(notice.id(), reason);
                            Notices.done(translate("publicnotice.panel.withdrawn", notice.number()));
                            UI.getCurrent().refreshCurrentRoute(true);
                        })
                .open();
    }
}
