package rongtong.workflow.clock;

/** For whom the days count while a clock is stopped: the applicant corrects, experts give their opinion, an objection is heard. */
public enum PauseReason {
    APPLICANT,
    EXPERTS,
    OBJECTION
}
