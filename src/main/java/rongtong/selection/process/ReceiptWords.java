package rongtong.selection.process;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of receipts as they are written: to the second, with the offset that they are meant in. */
final class ReceiptWords {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern(
                    "uuuu年M月d日 HH:mm:ss '(UTC'xxx')'", Locale.ROOT)
            .withZone(ZoneId.of("Asia/Shanghai"));

    private static final DateTimeFormatter NEUTRAL = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss '(UTC'xxx')'", Locale.ROOT)
            .withZone(ZoneId.of("Asia/Shanghai"));

    private ReceiptWords() {}

    /** Such as {@code 2026-11-21 16:59:58 (UTC+08:00)}, for readers of both languages. */
    static String neutral(Instant instant) {
        return NEUTRAL.format(instant);
    }

    /** In documents: {@code 2026年11月21日 16:59:58 (UTC+08:00)}. */
    static String moment(Instant instant) {
        return SECOND.format(instant);
    }
}
