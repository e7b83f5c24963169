package rongtong.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import rongtong.shared.Auditable;
import rongtong.shared.Message;

/** An administrator has changed days of the working calendar, or said that the holidays of a year are announced. */
public record CalendarChanged(String jurisdiction, List<LocalDate> days, String what, String reason, String source)
        implements Auditable {

    @Override
    public Message description() {
        return Message.of(
                "calendar.changed." + what,
                Message.of("calendar.jurisdiction." + jurisdiction),
                String.join(" ", days.stream().map(LocalDate::toString).toList()),
                reason,
                source.isEmpty() ? "—" : source);
    }

    @Override
    public String action() {
        return "CALENDAR.CHANGED";
    }

    @Override
    public String subject() {
        return jurisdiction;
    }

    @Override
    public Map<String, Object> detail() {
        return Map.of(
                "days", days.stream().map(LocalDate::toString).toList(),
                "what", what,
                "reason", reason,
                "source", source);
    }
}
