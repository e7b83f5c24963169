package rongtong.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import rongtong.shared.Csv;

/** The days that the State Council announced, as they came with this version: {@code data/holidays.csv}. */
@Component
class PublishedDays {

    private final Map<LocalDate, Boolean> exceptions = new HashMap<>();
    private final Map<LocalDate, String> names = new HashMap<>();
    private final Set<Integer> years = new HashSet<>();

    PublishedDays() {
        for (var row : Csv.read("data/holidays.csv")) {
            var day = LocalDate.parse(row.text("date"));
            exceptions.put(day, row.text("kind").equals("workday"));
            names.put(day, row.text("name"));
            years.add(day.getYear());
        }
    }

    /** Whether there is work, on the days where the week does not say it. */
    Map<LocalDate, Boolean> exceptions() {
        return exceptions;
    }

    /** 国庆节, also on the days on which it is made up for; empty for most days. */
    String name(LocalDate day) {
        return names.getOrDefault(day, "");
    }

    Set<Integer> years() {
        return years;
    }

    /** The calendar of a country in which nobody has entered anything. */
    WorkCalendar calendar() {
        return new WorkCalendar(exceptions, years);
    }
}
