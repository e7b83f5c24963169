package rongtong.shared;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says a {@link Message} in the language of the person at work: the one chosen on the screen, or the
 * {@code Accept-Language} of a program; zh-CN if neither says.
 */
@Component
public class Texts {

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    public String of(String key, Object... arguments) {
        return in(LocaleContextHolder.getLocale(), Message.of(key, arguments));
    }

    public String of(Message message) {
        return in(LocaleContextHolder.getLocale(), message);
    }

    /** @throws org.springframework.context.NoSuchMessageException if no bundle has the key */
    public String in(Locale locale, Message message) {
        var arguments = message.arguments().stream()
                .map(argument -> argument instanceof Message nested ? in(locale, nested) : argument)
                .toArray();
        return messages.getMessage(message.key(), arguments, locale);
    }
}
