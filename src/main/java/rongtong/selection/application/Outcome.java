package rongtong.selection.application;

/** What is proposed and decided about an application that was ranked. */
public enum Outcome {
    /** 入选. */
    SELECTED,
    /** 备选: takes the place of one that falls away. */
    RESERVE,
    /** 不入选. */
    NOT_SELECTED;

    /** Where the application stands once this is published. */
    public ApplicationStatus status() {
        return switch (this) {
            case SELECTED -> ApplicationStatus.SELECTED;
            case RESERVE -> ApplicationStatus.RESERVE;
            case NOT_SELECTED -> ApplicationStatus.NOT_SELECTED;
        };
    }
}
