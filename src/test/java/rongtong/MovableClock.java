package rongtong;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The clock of all tests with Spring: the real time, until a test moves it; {@link TimeGoesOn} resets it after each test. */
@Component
@Primary
public class MovableClock extends Clock {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private volatile Duration ahead = Duration.ZERO;

    /** From now on it is this time in China, and goes on from there. */
    public void setTo(String localDateTime) {
        ahead = Duration.between(
                Clock.systemUTC().instant(),
                LocalDateTime.parse(localDateTime).atZone(CHINA).toInstant());
    }

    public void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return CHINA;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }
}
