package rongtong.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.function.SerializableFunction;
import java.util.List;

/** A day of the calendar, written as everywhere else in the product, in the language of the person. */
public class DayPicker extends DatePicker {

    public DayPicker() {
        setI18n(words(key -> getTranslation(key)));
        nameMonths(this, key -> getTranslation(key));
    }

    /** @param texts says a key of the message bundles */
    public DayPicker(SerializableFunction<String, String> texts) {
        setI18n(words(texts));
        nameMonths(this, texts);
    }

    /** The words of a calendar. @param texts says a key of the message bundles */
    public static DatePickerI18n words(SerializableFunction<String, String> texts) {
        return new DatePickerI18n()
                .setDateFormats("yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd")
                .setFirstDayOfWeek(1)
                .setMonthNames(list(texts.apply("form.ui.months")))
                .setWeekdays(list(texts.apply("form.ui.weekdays")))
                .setWeekdaysShort(list(texts.apply("form.ui.weekdays.short")))
                .setToday(texts.apply("form.ui.today"))
                .setCancel(texts.apply("form.ui.cancel"));
    }

    private static List<String> list(String texts) {
        return List.of(texts.split(",", -1));
    }

    /**
     * Heads each month as the language does, 2026年11月 or November 2026: the words of Vaadin's calendar have no such text. It
     * is given once the words are there and before anybody types, for new words empty what is being typed.
     *
     * @param picker a date picker, or what has one inside
     */
    public static void nameMonths(Component picker, SerializableFunction<String, String> texts) {
        var title = texts.apply("form.ui.month-of-year");
        picker.addAttachListener(attach -> picker.getElement().executeJs("""
                        setTimeout(() => {
                            const picker = this.localName === 'vaadin-date-picker' ? this : this.querySelector('vaadin-date-picker');
                            if (picker) {
                                picker.i18n = {
                                    ...picker.i18n,
                                    formatTitle: (month, year) => $0.replace('YEAR', year).replace('MONTH', month),
                                };
                            }
                        })""", title));
    }
}
