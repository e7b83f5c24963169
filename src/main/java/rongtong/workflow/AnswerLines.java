package rongtong.workflow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.form.Field;
import rongtong.form.Form;
import rongtong.shared.Listed;

/** The answers to a form as plain lines for somebody who is asked about them. */
final class AnswerLines {

    private AnswerLines() {}

    /** One line for each answered question, in the order of the form and the reader's language. */
    static String of(Form form, Map<String, @Nullable Object> answers) {
        var drawn = form.in(LocaleContextHolder.getLocale());
        return drawn.fields().stream()
                .map(field -> line(field, answers))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String line(Field field, Map<String, @Nullable Object> answers) {
        var answer = field.key().map(answers::get).orElse(null);
        var label = field.text("label").orElse("");
        if (answer == null
                || answer.toString().isBlank()
                || label.isEmpty()
                || field.type().equals("filepicker")) {
            return "";
        }
        var words = answer instanceof List<?> several
                ? Listed.of(several.stream().map(one -> word(field, one)).toList())
                : word(field, answer);
        return Listed.named(label, words);
    }

    private static String word(Field field, @Nullable Object answer) {
        if (field.property("values") instanceof List<?> options) {
            for (var option : options) {
                if (option instanceof Map<?, ?> map && Objects.equals(map.get("value"), answer)) {
                    return String.valueOf(map.get("label"));
                }
            }
        }
        return String.valueOf(answer);
    }
}
