package rongtong.shared;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the texts of all modules: {@code messages/<module>_zh.properties} and {@code messages/<module>_en.properties}. */
@Configuration(proxyBeanMethods = false)
class MessageBundles {

    /** Who names no language is spoken to in Chinese: requests without a header, timers, threads of the engine. */
    MessageBundles() {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    }

    @Bean
    MessageSource messageSource() throws IOException {
        var chinese = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_zh.properties");
        var messages = new ReloadableResourceBundleMessageSource();
        for (var bundle : chinese) {
            var name = Objects.requireNonNull(bundle.getFilename()).replace("_zh.properties", "");
            messages.addBasenames("classpath:messages/" + name);
        }
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }
}
