package rongtong.shared;

/** What a person types into a search is text, not a pattern of SQL. */
public final class SearchText {

    private SearchText() {}

    /** For use inside {@code like} and {@code ilike}. */
    public static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
