package rongtong.alliance.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.test.mock.Mocks;

/** Stands for what diagrams ask of the desk and the calendar: groups and days tell what they were asked for. */
public class Routing {

    /** Consent is asked until the 20th, with a reminder on the 10th. */
    static final Date REMINDER = Date.from(Instant.parse("2026-12-10T10:00:00Z"));

    static final Date DEADLINE = Date.from(Instant.parse("2026-12-20T10:00:00Z"));

    static void connect() {
        Mocks.register("desk", new Desk());
        Mocks.register("deadlines", new Deadlines());
    }

    /** Public, because the engine's expressions call it. */
    public static class Desk {

        public String unit(String code) {
            return "unit " + code;
        }

        public String leader(String code) {
            return "leader " + code;
        }

        public String function(String jurisdiction, String function) {
            return jurisdiction + " " + function;
        }
    }

    /** Likewise. */
    public static class Deadlines {

        public Date within(String setting) {
            return setting.equals("consent.reminder-days") ? REMINDER : DEADLINE;
        }
    }
}
