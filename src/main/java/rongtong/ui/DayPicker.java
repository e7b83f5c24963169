package rongtong.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.util.List;

/** A day of the calendar, written as everywhere else in the product, in the language of the person. */
public class DayPicker extends DatePicker {

    public DayPicker() {
        setI18n(new DatePickerI18n()
                .setDateFormats("yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd")
                .setFirstDayOfWeek(1)
                .setMonthNames(list("form.ui.months"))
                .setWeekdays(list("form.ui.weekdays"))
                .setWeekdaysShort(list("form.ui.weekdays.short"))
                .setToday(getTranslation("form.ui.today"))
                .setCancel(getTranslation("form.ui.cancel")));
    }

    private List<String> list(String key) {
        return List.of(getTranslation(key).split(",", -1));
    }
}
