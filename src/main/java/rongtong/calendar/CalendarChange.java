package rongtong.calendar;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an administrator wants to enter: some days of one jurisdiction are worked, or are not.
 *
 * @param jurisdiction {@code LN}, {@code JL}, {@code ZJ}, or {@link WorkingDays#NATION} for all
 * @param works whether there is work on these days
 * @param reason such as 国庆节, 1 to 200 characters
 * @param source the notice that says so, such as 国办发明电〔2026〕7号, at most 200 characters; may be empty
 */
public record CalendarChange(String jurisdiction, List<LocalDate> days, boolean works, String reason, String source) {

    /** For {@link WorkCalendar#with}. */
    public Map<LocalDate, Boolean> asExceptions() {
        var exceptions = new LinkedHashMap<LocalDate, Boolean>();
        days.forEach(day -> exceptions.put(day, works));
        return exceptions;
    }
}
