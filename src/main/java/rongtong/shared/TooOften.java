package rongtong.shared;

import java.time.Duration;

/** Somebody asks more often than is allowed and may try again later. */
public class TooOften extends RuntimeException {

    private final Message explanation;
    private final Duration patience;

    /**
     * @param explanation says when to try again
     * @param patience how long to wait until then
     */
    public TooOften(Message explanation, Duration patience) {
        super(explanation.key());
        this.explanation = explanation;
        this.patience = patience;
    }

    public Message explanation() {
        return explanation;
    }

    /** In whole seconds, at least one; after them the next try is heard. */
    public long seconds() {
        return Math.max(1, patience.plusNanos(999_999_999).toSeconds());
    }
}
