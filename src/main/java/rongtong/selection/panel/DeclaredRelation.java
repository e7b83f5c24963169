package rongtong.selection.panel;

import java.time.Instant;

/**
 * A tie of an expert to an organisation that is in force.
 *
 * @param note in the words of whoever declared it; may be empty
 * @param declaredBy user name: the expert, or somebody of the department
 */
public record DeclaredRelation(
        String expert, String organization, Kind kind, String note, String declaredBy, Instant declaredAt) {

    /** Kinds of ties; the wording of each is {@code selection.panel.relation.<name>}. */
    public enum Kind {
        /** 现任职或兼职. */
        EMPLOYED,
        /** 曾任职. */
        FORMERLY_EMPLOYED,
        /** 有合作. */
        COOPERATES,
        /** 亲属任职. */
        KIN,
        /** 其他. */
        OTHER
    }
}
