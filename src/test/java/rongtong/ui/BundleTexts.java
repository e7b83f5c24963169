package rongtong.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The texts of all message bundles for screens that are tested without Spring's Vaadin. */
public class BundleTexts implements I18NProvider {

    private static final Map<String, Properties> TEXTS = new ConcurrentHashMap<>();

    @Override
    public List<Locale> getProvidedLocales() {
        return Languages.ALL;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        var text = TEXTS.computeIfAbsent(locale.getLanguage().equals("en") ? "en" : "zh", BundleTexts::read)
                .getProperty(key);
        return text == null ? key : new MessageFormat(text, locale).format(arguments);
    }

    private static Properties read(String language) {
        var texts = new Properties();
        try {
            for (var bundle : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_%s.properties".formatted(language))) {
                try (var in = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
                    texts.load(in);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return texts;
    }
}
