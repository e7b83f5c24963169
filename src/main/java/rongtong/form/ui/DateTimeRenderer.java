package rongtong.form.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import rongtong.form.FieldInstance;
import rongtong.ui.DayPicker;

/** Renders {@code datetime}: a date, a time, or both. */
class DateTimeRenderer implements FieldRenderer {

    private static final DateTimeFormatter BOTH = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    @Override
    public String type() {
        return "datetime";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        return switch (String.valueOf(instance.field().property("subtype"))) {
            case "time" -> time(instance, canvas);
            case "datetime" -> both(instance, canvas);
            default -> date(instance, canvas);
        };
    }

    private static Shown date(FieldInstance instance, Canvas canvas) {
        var box = new DayPicker(key -> canvas.say(key));
        box.setPlaceholder(canvas.say("form.ui.date.placeholder"));
        if (futureOnly(instance)) {
            box.setMin(canvas.today());
        }
        return Input.of(
                instance,
                canvas,
                box,
                () -> canvas.model()
                        .moment(instance)
                        .map(LocalDateTime::toLocalDate)
                        .orElse(null),
                date -> canvas.model().setMoment(instance, date == null ? null : date.atStartOfDay()),
                () -> written(instance, canvas, DateTimeFormatter.ISO_LOCAL_DATE));
    }

    private static Shown time(FieldInstance instance, Canvas canvas) {
        var box = new TimePicker();
        box.setLocale(Locale.SIMPLIFIED_CHINESE);
        box.setStep(step(instance, canvas));
        return Input.of(
                instance,
                canvas,
                box,
                () -> canvas.model()
                        .moment(instance)
                        .map(LocalDateTime::toLocalTime)
                        .orElse(null),
                time -> canvas.model().setMoment(instance, time == null ? null : LocalDate.EPOCH.atTime(time)),
                () -> written(instance, canvas, TIME));
    }

    private static Shown both(FieldInstance instance, Canvas canvas) {
        var box = new DateTimePicker();
        box.setLocale(Locale.SIMPLIFIED_CHINESE);
        box.setDatePickerI18n(DayPicker.words(key -> canvas.say(key)));
        DayPicker.nameMonths(box, key -> canvas.say(key));
        box.setDatePlaceholder(canvas.say("form.ui.date.placeholder"));
        box.setTimePlaceholder(canvas.say("form.ui.time.placeholder"));
        box.setStep(step(instance, canvas));
        if (futureOnly(instance)) {
            box.setMin(canvas.today().atStartOfDay());
        }
        return Input.of(
                instance,
                canvas,
                box,
                () -> canvas.model().moment(instance).orElse(null),
                moment -> canvas.model().setMoment(instance, moment),
                () -> written(instance, canvas, BOTH));
    }

    private static boolean futureOnly(FieldInstance instance) {
        return Boolean.TRUE.equals(instance.field().property("disallowPassedDates"));
    }

    private static Duration step(FieldInstance instance, Canvas canvas) {
        return Duration.ofMinutes(canvas.model().interval(instance));
    }

    private static String written(FieldInstance instance, Canvas canvas, DateTimeFormatter format) {
        return Answers.text(canvas.model().moment(instance).map(format::format).orElse(null));
    }
}
