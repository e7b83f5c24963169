package rongtong.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Texts in the cells of a table, numbers with separators of thousands; what is no amount, such as a year, is a text. */
final class Cells {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Cells() {}

    static String text(@Nullable Object value) {
        return value instanceof Map || value instanceof List ? JSON.writeValueAsString(value) : Values.grouped(value);
    }
}
