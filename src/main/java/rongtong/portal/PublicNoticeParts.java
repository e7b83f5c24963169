package rongtong.portal;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.VaadinRequest;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rongtong.publicnotice.NoticeState;
import rongtong.ui.Badge;
import rongtong.ui.Badge.Tone;
import rongtong.ui.Formats;

/** What the list of notices and the page of one say in the same words. */
final class PublicNoticeParts {

    private PublicNoticeParts() {}

    static Anchor back() {
        var back = new Anchor("public/notices", translate("portal.notices.back"));
        back.addClassName("page-back");
        return back;
    }

    /** Network address of whoever looks at the page; nothing where that is not known. */
    static String client() {
        return Optional.ofNullable(VaadinRequest.getCurrent())
                .map(VaadinRequest::getRemoteAddr)
                .orElse("");
    }

    static Badge badge(NoticeState state, boolean stopped) {
        if (stopped) {
            return new Badge(translate("publicnotice.stopped"), Tone.WARNING);
        }
        return new Badge(
                translate("publicnotice.state." + state),
                switch (state) {
                    case RUNNING -> Tone.ACTIVE;
                    case WITHDRAWN -> Tone.BAD;
                    case DRAFT, CLOSED -> Tone.NEUTRAL;
                });
    }

    static String title(String chinese, @Nullable String english, Locale locale) {
        return english != null && locale.getLanguage().equals("en") ? english : chinese;
    }

    /** 2026-11-24 至 2026-11-30（5 个工作日）. */
    static String period(@Nullable LocalDate first, @Nullable LocalDate last, int days) {
        return translate("portal.notice.period", Formats.day(first), Formats.day(last), days);
    }

    /** How long it still runs; empty when it is over. */
    static String left(NoticeState state, boolean stopped, int daysLeft) {
        if (state != NoticeState.RUNNING) {
            return "";
        }
        if (stopped) {
            return translate("portal.notice.left-stopped", daysLeft);
        }
        if (daysLeft < 0) {
            return translate("portal.notice.over");
        }
        return daysLeft == 0 ? translate("portal.notice.last-day") : translate("portal.notice.left", daysLeft);
    }
}
