package rongtong.workflow;

/** When somebody who is asked beside a task (加签) answers. */
public enum SignPosition {
    /** Before the holder (前加签): the holder cannot complete until all have answered. */
    BEFORE,
    /** At the same time (并加签): the holder may complete, the case goes on when all have answered. */
    PARALLEL,
    /** After the holder (后加签): asked when the holder completes, the case goes on when all have answered. */
    AFTER
}
