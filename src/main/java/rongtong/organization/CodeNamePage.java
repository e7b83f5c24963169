package rongtong.organization;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.shared.Page;
import rongtong.shared.SearchText;

/** Reads one page of a table of codes and names. */
final class CodeNamePage {

    private CodeNamePage() {}

    /** What fills {@code :first}, {@code :second} and the search for a name or code. */
    record Filter(
            @Nullable String first,
            @Nullable String second,
            @Nullable String text) {}

    /**
     * @param table has the columns {@code code} and {@code name}
     * @param condition SQL over {@code :first} and {@code :second}
     */
    static Page<CodeName> read(JdbcClient jdbc, String table, String condition, Filter filter, int page, int size) {
        var where = " from " + table + " where " + condition
                + " and (cast(:text as text) is null or name ilike :text or code ilike :start)";
        var text = filter.text() == null || filter.text().isBlank()
                ? null
                : SearchText.literal(filter.text().strip());
        var total = jdbc.sql("select count(*)" + where)
                .param("first", filter.first())
                .param("second", filter.second())
                .param("text", text == null ? null : "%" + text + "%")
                .param("start", text + "%")
                .query(Long.class)
                .single();
        var items = jdbc.sql("select code, name" + where + " order by code offset :offset limit :limit")
                .param("first", filter.first())
                .param("second", filter.second())
                .param("text", text == null ? null : "%" + text + "%")
                .param("start", text + "%")
                .param("offset", (long) page * size)
                .param("limit", size)
                .query(CodeName.class)
                .list();
        return new Page<>(items, page, size, total);
    }
}
