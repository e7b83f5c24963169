package rongtong.shared;

/** Somebody asks more often than is allowed and may try again later. */
public class TooOften extends RuntimeException {

    private final Message explanation;

    public TooOften(Message explanation) {
        super(explanation.key());
        this.explanation = explanation;
    }

    public Message explanation() {
        return explanation;
    }
}
