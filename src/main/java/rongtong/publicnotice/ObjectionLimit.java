package rongtong.publicnotice;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import rongtong.shared.Message;
import rongtong.shared.TooOften;

/**
 * How often objections may be filed, in place of a picture puzzle: by one network address against one notice, by one address
 * at all, and against one notice by everybody together; and how often one address may open private links or hand in
 * evidence. Each node counts by itself; addresses are kept in memory alone.
 */
@Component
class ObjectionLimit {

    static final int OF_ADDRESS_AND_NOTICE = 5;
    static final int OF_ADDRESS = 20;
    static final int OF_NOTICE = 200;
    static final int LINKS_OF_ADDRESS = 60;
    static final int FILES_OF_ADDRESS = 30;

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration LINK_WINDOW = Duration.ofMinutes(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int MOST_COUNTS = 20_000;

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final Clock clock;
    private final TimeMeter time;

    ObjectionLimit(Clock clock) {
        this.clock = clock;
        this.time = new ClockMeter(clock);
    }

    private record Count(Bucket bucket, int most) {}

    /** Reads the application's clock, which tests move. */
    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /**
     * Counts one objection.
     *
     * @param client network address
     * @throws TooOften with the time of the next try; then nothing is counted against the others
     */
    void count(String client, UUID notice) {
        var message = "publicnotice.too-often";
        take("address %s notice %s".formatted(client, notice), OF_ADDRESS_AND_NOTICE, WINDOW, message);
        take("address " + client, OF_ADDRESS, WINDOW, message);
        take("notice " + notice, OF_NOTICE, WINDOW, message);
    }

    /** Counts that somebody opens a private link, right or wrong. @throws TooOften likewise */
    void countLink(String client) {
        take("link " + client, LINKS_OF_ADDRESS, LINK_WINDOW, "publicnotice.too-often.link");
    }

    /** Counts a file that is handed in. @throws TooOften likewise */
    void countFile(String client) {
        take("file " + client, FILES_OF_ADDRESS, WINDOW, "publicnotice.too-often.file");
    }

    private void take(String key, int most, Duration window, String message) {
        forgetFull();
        var count = counts.computeIfAbsent(key, any -> new Count(bucket(most, window), most));
        var probe = count.bucket().tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var patience = Duration.ofNanos(probe.getNanosToWaitForRefill());
            var next = LocalTime.now(clock).plus(patience).plusSeconds(1);
            throw new TooOften(Message.of(message, patience.toMinutes() + 1, TIME.format(next)), patience);
        }
    }

    private Bucket bucket(int most, Duration window) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(Bandwidth.builder()
                        .capacity(most)
                        .refillGreedy(most, window)
                        .build())
                .build();
    }

    /** A full bucket says the same as none. */
    private void forgetFull() {
        if (counts.size() > MOST_COUNTS) {
            counts.values().removeIf(count -> count.bucket().getAvailableTokens() >= count.most());
        }
    }
}
