package rongtong.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as form-js reads and writes them. A date is {@code 2026-10-08}; a time {@code 09:30},
 * {@code 09:30+08:00} or {@code 01:30Z} as {@code timeSerializingFormat} says; a date with time joins both by {@code T}.
 */
final class Dates {

    private static final int MINUTES_IN_DAY = 24 * 60;
    private static final List<Integer> INTERVALS = List.of(1, 5, 10, 15, 30, 60);
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern ISO_DATE_TIME = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})T(\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private Dates() {}

    /** The value if it is a date or time of the field's subtype, else null. */
    static @Nullable String sanitized(Field field, @Nullable Object value) {
        if (!(value instanceof String text)) {
            return null;
        }
        var valid = switch (subtype(field)) {
            case "date" -> ISO_DATE.matcher(text).matches() && lenientDate(text) != null;
            case "time" -> minutes(text, ZoneOffset.UTC) != null;
            case "datetime" -> instant(text, ZoneOffset.UTC) != null;
            default -> true;
        };
        return valid ? text : null;
    }

    /** The value as the field would write it; null if it cannot be read. */
    static @Nullable String normalized(Field field, String value, ZoneId zone) {
        return switch (subtype(field)) {
            case "date" -> date(value) == null ? null : value;
            case "time" -> {
                var minutes = minutes(value, offset(zone, Instant.now()));
                yield minutes == null ? null : written(field, minutes, offset(zone, Instant.now()));
            }
            case "datetime" -> {
                var local = local(value, zone);
                yield local == null ? null : serialized(field, local, zone);
            }
            default -> value;
        };
    }

    /** What stands in the boxes of a field with this value: date, time, or both. */
    static @Nullable LocalDateTime local(String value, ZoneId zone) {
        var instant = instant(value, zone);
        return instant == null ? null : LocalDateTime.ofInstant(instant, zone);
    }

    /** A mere date at midnight, a mere time on the first day of the epoch. */
    static @Nullable LocalDateTime moment(Field field, String value, ZoneId zone) {
        return switch (subtype(field)) {
            case "date" -> {
                var date = date(value);
                yield date == null ? null : date.atStartOfDay();
            }
            case "time" -> {
                var minutes = minutes(value, zone);
                yield minutes == null ? null : LocalDate.EPOCH.atTime(minutes / 60 % 24, minutes % 60);
            }
            default -> local(value, zone);
        };
    }

    static String written(Field field, LocalDateTime moment, ZoneId zone) {
        return switch (subtype(field)) {
            case "date" -> moment.toLocalDate().toString();
            case "time" -> time(field, moment.getHour() * 60 + moment.getMinute(), zone);
            default -> dateTime(field, moment, zone);
        };
    }

    static @Nullable LocalDate date(String value) {
        try {
            return ISO_DATE.matcher(value).matches() ? LocalDate.parse(value) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A date with time as the field writes it, at the start of its interval. */
    static String dateTime(Field field, LocalDateTime local, ZoneId zone) {
        var minutes = floored(field, local.getHour() * 60 + local.getMinute());
        return serialized(field, local.toLocalDate().atTime(minutes / 60, minutes % 60), zone);
    }

    private static String serialized(Field field, LocalDateTime local, ZoneId zone) {
        var at = local.atZone(zone).toInstant();
        if (format(field).equals("utc_normalized")) {
            var utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
            return utc.toLocalDate() + "T" + clock(utc.getHour() * 60 + utc.getMinute()) + "Z";
        }
        return local.toLocalDate() + "T" + written(field, local.getHour() * 60 + local.getMinute(), offset(zone, at));
    }

    static String time(Field field, int minutes, ZoneId zone) {
        return time(field, minutes, offset(zone, Instant.now()));
    }

    private static String time(Field field, int minutes, ZoneOffset offset) {
        return written(field, floored(field, minutes), offset);
    }

    /** Minutes since midnight in the zone, of a time as it is stored; null if it cannot be read. */
    static @Nullable Integer minutes(String time, ZoneId zone) {
        return minutes(time, offset(zone, Instant.now()));
    }

    private static @Nullable Integer minutes(String time, ZoneOffset offset) {
        var ahead = offset.getTotalSeconds() / 60;
        if (time.contains("Z")) {
            var minutes = basic(time.replaceFirst("Z", ""));
            return minutes == null ? null : wrapped(minutes + ahead);
        }
        for (var sign : List.of("+", "-")) {
            if (time.contains(sign)) {
                var parts = time.split(Pattern.quote(sign), 3);
                var minutes = basic(parts[0]);
                var inbound = basic(parts[1]);
                if (minutes == null || inbound == null) {
                    return null;
                }
                return wrapped(minutes + (sign.equals("+") ? -inbound : inbound) + ahead);
            }
        }
        return basic(time);
    }

    /** Minutes since midnight of a time that a person typed: {@code 9:30}, {@code 9:30 pm}; null if it is none. */
    static @Nullable Integer typed(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var numbers = DIGITS.matcher(lower);
        var hour = next(numbers);
        var minute = next(numbers);
        var afternoon = lower.contains("pm");
        if (afternoon || lower.contains("am")) {
            if (hour == null || hour < 1 || hour > 12 || minute != null && minute > 59) {
                return null;
            }
            return (hour % 12 + (afternoon ? 12 : 0)) * 60 + (minute == null ? 0 : minute);
        }
        if (hour == null || hour > 23 || minute == null || minute > 59) {
            return null;
        }
        return hour * 60 + minute;
    }

    /** Minutes between the times that the field offers. */
    static int interval(Field field) {
        return field.property("timeInterval") instanceof Number minutes && INTERVALS.contains(minutes.intValue())
                ? minutes.intValue()
                : 15;
    }

    static String subtype(Field field) {
        return String.valueOf(field.property("subtype"));
    }

    /** The time as it stands in its box: 24 hours or AM and PM. */
    static String display(Field field, int minutes) {
        var floored = floored(field, minutes);
        if (Values.truthy(field.property("use24h"))) {
            return clock(floored % MINUTES_IN_DAY);
        }
        var hour = floored % MINUTES_IN_DAY / 60;
        return "%02d:%02d %s".formatted(hour % 12 == 0 ? 12 : hour % 12, floored % 60, hour >= 12 ? "PM" : "AM");
    }

    /** Texts of the field's boxes; an empty one where nothing is entered. */
    static List<String> boxes(Field field, String value, ZoneId zone) {
        var local = local(value, zone);
        var minutes = minutes(value, zone);
        return switch (subtype(field)) {
            case "date" -> List.of(date(value) == null ? "" : value);
            case "time" -> List.of(minutes == null ? "" : display(field, minutes));
            default ->
                local == null
                        ? List.of("", "")
                        : List.of(
                                local.toLocalDate().toString(),
                                display(field, local.getHour() * 60 + local.getMinute()));
        };
    }

    private static int floored(Field field, int minutes) {
        return minutes - minutes % interval(field);
    }

    private static String written(Field field, int minutes, ZoneOffset offset) {
        var ahead = offset.getTotalSeconds() / 60;
        return switch (format(field)) {
            case "utc_normalized" -> clock(wrapped(minutes - ahead)) + "Z";
            case "utc_offset" -> clock(minutes) + (ahead < 0 ? "-" : "+") + clock(Math.abs(ahead));
            default -> clock(minutes);
        };
    }

    private static String format(Field field) {
        return String.valueOf(field.property("timeSerializingFormat"));
    }

    private static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    private static int wrapped(int minutes) {
        return (minutes + MINUTES_IN_DAY) % MINUTES_IN_DAY;
    }

    private static @Nullable Integer basic(String text) {
        var parts = text.split(":", -1);
        var hour = leadingNumber(parts[0]);
        var minute = parts.length > 1 ? leadingNumber(parts[1]) : Integer.valueOf(0);
        if (hour == null || hour < 0 || hour > 24 || minute == null || minute < 0 || minute > 60) {
            return null;
        }
        return hour * 60 + minute;
    }

    private static @Nullable Integer leadingNumber(String text) {
        var matcher = Pattern.compile("\\s*([+-]?\\d{1,6}).*", Pattern.DOTALL).matcher(text);
        return matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
    }

    private static @Nullable Integer next(Matcher numbers) {
        return numbers.find() && numbers.group().length() < 7 ? Integer.valueOf(numbers.group()) : null;
    }

    /** JavaScript lets 31 February run over into March. */
    private static @Nullable LocalDate lenientDate(String text) {
        var matcher = ISO_DATE.matcher(text);
        if (!matcher.lookingAt()) {
            return null;
        }
        var month = Integer.parseInt(matcher.group(2));
        var day = Integer.parseInt(matcher.group(3));
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        return LocalDate.of(Integer.parseInt(matcher.group(1)), month, 1).plusDays(day - 1L);
    }

    private static @Nullable Instant instant(String text, ZoneId zone) {
        var matcher = ISO_DATE_TIME.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        var date = lenientDate(text);
        var hour = Integer.parseInt(matcher.group(4));
        var minute = Integer.parseInt(matcher.group(5));
        var second = matcher.group(6) == null ? 0 : Integer.parseInt(matcher.group(6));
        var midnight = hour == 24 && minute == 0 && second == 0;
        if (date == null || hour > 23 && !midnight || minute > 59 || second > 59) {
            return null;
        }
        var local = date.plusDays(midnight ? 1 : 0).atTime(midnight ? 0 : hour, minute, second);
        var written = matcher.group(7);
        try {
            return written == null ? local.atZone(zone).toInstant() : local.toInstant(ZoneOffset.of(written));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ZoneOffset offset(ZoneId zone, Instant at) {
        return zone.getRules().getOffset(at);
    }
}
