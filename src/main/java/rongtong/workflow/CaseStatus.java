package rongtong.workflow;

/** State of a case; its words are {@code workflow.status.<NAME>} in the message bundles. */
public enum CaseStatus {
    RUNNING,
    COMPLETED,
    /** Taken back by the organisation that started it. */
    WITHDRAWN,
    /** Ended by an administrator, with a reason. */
    CANCELLED
}
