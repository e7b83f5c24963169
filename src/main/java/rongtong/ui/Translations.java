package rongtong.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;
import rongtong.shared.Message;
import rongtong.shared.Texts;

/** Lets screens say the texts of the message bundles by their keys. */
@Component
class Translations implements I18NProvider {

    private final transient Texts texts;

    Translations(Texts texts) {
        this.texts = texts;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Languages.ALL;
    }

    /** The key itself where no bundle has it, so that a forgotten text is seen and the page still works. */
    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        try {
            return texts.in(locale, new Message(key, Arrays.asList(arguments)));
        } catch (NoSuchMessageException missing) {
            return key;
        }
    }
}
