package rongtong.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import org.springframework.stereotype.Component;
import rongtong.shared.Texts;

/** Turns what a click threw into a sentence above the page; pages catch nothing. What was typed stays where it is. */
@Component
class ScreenErrors implements ErrorHandler {

    private final transient Failures failures;
    private final transient Texts texts;

    ScreenErrors(Failures failures, Texts texts) {
        this.failures = failures;
        this.texts = texts;
    }

    @Override
    public void error(ErrorEvent event) {
        var words = failures.words(event.getThrowable());
        var reference = words.isPresent() ? "" : failures.record(event.getThrowable());
        if (UI.getCurrent() == null) {
            return;
        }
        words.ifPresentOrElse(
                message -> Notices.refusal(texts.of(message)),
                () -> Notices.failure(texts.of("ui.failure", reference)));
    }
}
