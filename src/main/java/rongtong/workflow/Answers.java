package rongtong.workflow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was submitted in a form: plain JSON values by key, already checked against the form.
 *
 * @param values as the form submits them; hidden and disabled fields are absent
 */
public record Answers(Map<String, @Nullable Object> values) {

    /** @return the text without spaces around it; empty if there is none */
    public String text(String key) {
        var value = values.get(key);
        return value == null ? "" : value.toString().strip();
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    /** @return null if nothing was entered */
    public @Nullable BigDecimal number(String key) {
        return values.get(key) instanceof Object value ? new BigDecimal(value.toString()) : null;
    }

    /** @return null if nothing was entered */
    public @Nullable LocalDate date(String key) {
        var text = text(key);
        return text.isEmpty() ? null : LocalDate.parse(text.substring(0, 10));
    }

    /** Texts of a checklist, taglist or filepicker, in their order. */
    public List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Rows of a dynamic list. */
    @SuppressWarnings("unchecked")
    public List<Answers> rows(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream()
                        .map(row -> new Answers((Map<String, @Nullable Object>) row))
                        .toList()
                : List.of();
    }
}
