package rongtong.selection.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import rongtong.selection.round.Round;
import rongtong.ui.Formats;

/**
 * The server's time, when the window closes, and how long that is: it goes on by the time that has passed since the server said
 * it, never by the clock of the browser, and asks the server again each minute and whenever the page is looked at again.
 */
class WindowClock extends Div {

    /** $0: milliseconds of the server, $1: of the closing; the texts carry {0}, {1}, {2}. */
    private static final String TICK = """
            const clock = this, begun = performance.now(), server = $0, closes = $1, words = $2;
            const two = n => String(n).padStart(2, '0');
            const china = at => { const d = new Date(at + 8 * 3600000);
                return d.getUTCFullYear() + '-' + two(d.getUTCMonth() + 1) + '-' + two(d.getUTCDate()) + ' '
                    + two(d.getUTCHours()) + ':' + two(d.getUTCMinutes()) + ':' + two(d.getUTCSeconds()); };
            const show = () => {
                const now = server + (performance.now() - begun), left = Math.floor((closes - now) / 1000);
                clock.querySelector('.window-now').textContent = china(now);
                const days = Math.floor(left / 86400), hours = Math.floor(left % 86400 / 3600);
                const rest = two(hours) + ':' + two(Math.floor(left % 3600 / 60)) + ':' + two(left % 60);
                const text = left < 0 ? words[0] : days > 0 ? words[1].replace('{0}', days).replace('{1}', rest)
                    : words[2].replace('{0}', rest);
                const place = clock.querySelector('.window-left');
                if (place.textContent !== text) { place.textContent = text; }
                clock.classList.toggle('window-near', left >= 0 && left < 86400);
                clock.classList.toggle('window-over', left < 0);
            };
            clearInterval(clock.ticking);
            clock.ticking = setInterval(() => clock.isConnected ? show() : clearInterval(clock.ticking), 1000);
            show();
            """;

    private static final String ASK_AGAIN = """
            const clock = this;
            clearInterval(clock.asking);
            clock.asking = setInterval(
                () => clock.isConnected ? clock.$server.again() : clearInterval(clock.asking), 60000);
            if (!clock.watching) {
                clock.watching = () => clock.isConnected
                    ? document.hidden || clock.$server.again()
                    : document.removeEventListener('visibilitychange', clock.watching);
                document.addEventListener('visibilitychange', clock.watching);
            }
            """;

    private final Instant closesAt;
    private final transient Clock clock;

    WindowClock(Round round, Clock clock) {
        this.closesAt = round.closesAt();
        this.clock = clock;
        var now = new Span(Formats.second(clock.instant()));
        now.addClassName("window-now");
        var left = new Span(words(Duration.between(clock.instant(), closesAt)));
        left.addClassName("window-left");
        addClassName("window-clock");
        add(
                line("selection.window.closes", new Span(Formats.second(closesAt))),
                line("selection.window.now", now),
                line("selection.window.left", left));
    }

    private Div line(String key, Span value) {
        var name = new Span(getTranslation(key));
        name.addClassName("muted");
        return new Div(name, value);
    }

    /** What stands there until the page counts by itself. */
    private String words(Duration left) {
        if (left.isNegative()) {
            return getTranslation("selection.window.over");
        }
        var rest = "%02d:%02d:%02d".formatted(left.toHoursPart(), left.toMinutesPart(), left.toSecondsPart());
        return left.toDays() > 0
                ? getTranslation("selection.window.days", left.toDays(), rest)
                : getTranslation("selection.window.hours", rest);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        again();
        getElement().executeJs(ASK_AGAIN);
    }

    /** Called by the page, too: the server says what time it is. */
    @ClientCallable
    void again() {
        var words = tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        words.add(getTranslation("selection.window.over"));
        words.add(getTranslation("selection.window.days", "{0}", "{1}"));
        words.add(getTranslation("selection.window.hours", "{0}"));
        getElement().executeJs(TICK, (double) clock.instant().toEpochMilli(), (double) closesAt.toEpochMilli(), words);
    }
}
