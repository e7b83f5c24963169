package rongtong;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.theme.lumo.Lumo;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** Rongtong (融通): main class and the clock, nothing else. */
@SpringBootApplication
@Modulithic(systemName = "Rongtong 融通")
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("rongtong.css")
public class Application implements AppShellConfigurator {

    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    /** Days of the procedures are days in China, wherever the server stands. */
    @Bean
    Clock time() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
