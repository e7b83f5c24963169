package rongtong.publicnotice;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import rongtong.shared.Message;
import rongtong.shared.TooOften;

/**
 * How often objections may be filed, in place of a picture puzzle: by one network address against one notice, by one address
 * at all, and against one notice by everybody together. Each node counts by itself; addresses are kept in memory alone.
 */
@Component
class ObjectionLimit {

    static final int OF_ADDRESS_AND_NOTICE = 5;
    static final int OF_ADDRESS = 20;
    static final int OF_NOTICE = 200;

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_COUNTS = 20_000;

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final TimeMeter time;

    ObjectionLimit(Clock clock) {
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
     * @throws TooOften with the minutes to wait; then nothing is counted against the others
     */
    void count(String client, UUID notice) {
        forgetFull();
        take("address %s notice %s".formatted(client, notice), OF_ADDRESS_AND_NOTICE);
        take("address " + client, OF_ADDRESS);
        take("notice " + notice, OF_NOTICE);
    }

    private void take(String key, int most) {
        var count = counts.computeIfAbsent(key, any -> new Count(bucket(most), most));
        var probe = count.bucket().tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long minutes = TimeUnit.NANOSECONDS.toMinutes(probe.getNanosToWaitForRefill()) + 1;
            throw new TooOften(Message.of("publicnotice.too-often", minutes));
        }
    }

    private Bucket bucket(int most) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(Bandwidth.builder()
                        .capacity(most)
                        .refillGreedy(most, WINDOW)
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
