package rongtong.workflow.clock;

/** How urgent it is, by the working days left; the limits are settings. Past the deadline is always red. */
public enum Light {
    GREEN,
    AMBER,
    RED
}
