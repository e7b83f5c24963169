package rongtong.policy;

import org.jspecify.annotations.Nullable;

/**
 * One clause of a policy document.
 *
 * @param document such as {@code LN-ALLIANCE}
 * @param number such as 二(一)1
 * @param quotation word for word
 * @param responsible the departments answerable for the clause, in the words of the document
 * @param lead the one of them that leads, where the document says so
 */
public record Clause(
        String document,
        String documentTitle,
        String number,
        String title,
        String quotation,
        @Nullable String responsible,
        @Nullable String lead) {

    private static final String STATE = "GB";

    /** Whose document it is: {@code LN}, {@code JL} or {@code ZJ}; {@code CN} for one of the State. */
    public String province() {
        var issuer = document.substring(0, document.indexOf('-'));
        return issuer.equals(STATE) ? "CN" : issuer;
    }
}
