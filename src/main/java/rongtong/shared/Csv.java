package rongtong.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** Reference data that come with the program as CSV (RFC 4180, UTF-8, first line names the columns). */
public final class Csv {

    private Csv() {}

    /**
     * One line of a file.
     *
     * @param values by column name
     */
    public record Row(Map<String, String> values) {

        /**
         * Empty where the cell is.
         *
         * @throws IllegalArgumentException if the file has no such column
         */
        public String text(String column) {
            var value = values.get(column);
            if (value == null) {
                throw new IllegalArgumentException("No column '%s', found %s".formatted(column, values.keySet()));
            }
            return value;
        }

        /** Nothing where the cell is empty. */
        public @Nullable String orNull(String column) {
            var value = text(column);
            return value.isEmpty() ? null : value;
        }
    }

    /** @param path on the classpath, such as {@code data/regions.csv} */
    public static List<Row> read(String path) {
        try (var content = new ClassPathResource(path).getInputStream()) {
            return parse(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + path, failure);
        }
    }

    static List<Row> parse(String text) {
        var lines = cells(text);
        var columns = lines.getFirst();
        var rows = new ArrayList<Row>(lines.size());
        for (var line : lines.subList(1, lines.size())) {
            if (line.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "Line has %d cells, the header %d: %s".formatted(line.size(), columns.size(), line));
            }
            var values = new TreeMap<String, String>();
            for (int i = 0; i < columns.size(); i++) {
                values.put(columns.get(i), line.get(i));
            }
            rows.add(new Row(values));
        }
        return rows;
    }

    private static List<List<String>> cells(String text) {
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                line.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                lines.add(line);
                line = new ArrayList<>();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !line.isEmpty()) {
            line.add(cell.toString());
            lines.add(line);
        }
        return lines;
    }
}
