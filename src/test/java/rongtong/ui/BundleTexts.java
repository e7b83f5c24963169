package rongtong.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The texts of the message bundles for screens that are tested without Spring's Vaadin. */
public class BundleTexts implements I18NProvider {

    private static final List<String> MODULES = List.of(
            "ui",
            "desk",
            "workflow",
            "form",
            "document",
            "notice",
            "identity",
            "portal",
            "correction",
            "clock",
            "calendar");

    @Override
    public List<Locale> getProvidedLocales() {
        return Languages.ALL;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        var language = locale.getLanguage().equals("en") ? "en" : "zh";
        return Stream.of(MODULES.toArray(String[]::new))
                .map(module -> ResourceBundle.getBundle("messages." + module + "_" + language, Locale.ROOT))
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .map(bundle -> new MessageFormat(bundle.getString(key), locale).format(arguments))
                .orElse(key);
    }
}
