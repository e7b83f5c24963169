package rongtong.shared;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether this is a demonstration: real schools and enterprises are loaded, and accounts that share one password. So it
 * is with the embedded database, and elsewhere only if {@code rongtong.demo=true}.
 */
@Component
public class Demonstration {

    private final boolean on;
    private final String password;

    Demonstration(Environment environment) {
        var database = environment.getProperty("spring.datasource.url", "embedded");
        this.on = environment.getProperty("rongtong.demo", Boolean.class, database.equals("embedded"));
        this.password = environment.getProperty("rongtong.demo.password", "");
    }

    public boolean isOn() {
        return on;
    }

    /** The password of all demonstration accounts. */
    public String password() {
        return password;
    }
}
