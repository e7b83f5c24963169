package rongtong.alliance.paper;

import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rongtong.shared.Message;
import rongtong.shared.Texts;

/** Words that go on record: in Chinese, whatever language the person at work reads. */
@Component
public class Chinese {

    private final Texts texts;

    Chinese(Texts texts) {
        this.texts = texts;
    }

    public String say(String key) {
        return say(Message.of(key));
    }

    public String say(Message message) {
        return texts.in(Locale.SIMPLIFIED_CHINESE, message);
    }

    /** Does work in which names of organisations, too, are Chinese. */
    public <T> T speaking(Supplier<T> work) {
        var before = LocaleContextHolder.getLocaleContext();
        try {
            LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
            return work.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
