package rongtong.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How moments, days and amounts are written on all screens and documents. */
public final class Formats {

    /** Days of the procedures are days in China. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Formats() {}

    /** {@code 2026-03-02 09:05}; empty for nothing. */
    public static String moment(@Nullable Instant moment) {
        return moment == null ? "" : MOMENT.format(moment.atZone(ZONE));
    }

    /** {@code 2026-03-02 09:05:07}. */
    public static String second(Instant moment) {
        return SECOND.format(moment.atZone(ZONE));
    }

    /** {@code 2026-03-02}; empty for nothing. */
    public static String day(@Nullable Instant moment) {
        return moment == null ? "" : moment.atZone(ZONE).toLocalDate().toString();
    }

    public static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** {@code 09:05}. */
    public static String clock(Instant moment) {
        return CLOCK.format(moment.atZone(ZONE));
    }

    /** {@code 12,345}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1.5 MB}, {@code 12 KB}. */
    public static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024
                ? "%d KB".formatted(Math.round(bytes / 1024.0))
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
    }
}
