package rongtong.document;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import rongtong.document.print.Printer;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(DocumentSettings.class)
class DocumentConfiguration {

    @Bean
    Printer printer(DocumentSettings settings) {
        return new Printer(settings.fontFolders());
    }
}
