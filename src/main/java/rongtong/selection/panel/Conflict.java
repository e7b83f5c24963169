package rongtong.selection.panel;

import org.jspecify.annotations.Nullable;

/**
 * Why an expert must not judge an application (回避).
 *
 * @param organization through which organisation the two are tied; nothing for a recusal
 * @param remark what was declared, in the words of whoever declared it
 */
public record Conflict(
        Reason reason,
        @Nullable String organization,
        @Nullable String remark) {

    /** Kinds of conflict; the wording of each is {@code selection.conflict.<name>}. Basis: default D8. */
    public enum Reason {
        /** The expert comes from the applicant itself. */
        SAME_ORGANIZATION,
        /** The expert's organisation stands above the applicant, or the applicant above it. */
        SUPERIOR_ORGANIZATION,
        /** The expert comes from an organisation that applies together with the applicant. */
        PARTNER,
        /** The expert comes from an organisation that recommends the application. */
        RECOMMENDER,
        /** A relation with an organisation of the application was declared. */
        DECLARED,
        /** The expert recused from this application. */
        RECUSED
    }
}
