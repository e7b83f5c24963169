package rongtong.workflow.countersign;

/** What a unit says of the subject (default D14). Its words are {@code workflow.stance.<NAME>}. */
public enum Stance {
    AGREE,
    /** Agrees if its comment is taken up. */
    AGREE_WITH_CONDITIONS,
    DISAGREE,
    /** The deadline passed without a word. */
    SILENT
}
