package rongtong.shared;

import java.time.Instant;

/** The step was taken by somebody else (or by a first click) before this call. Nothing was done twice. */
public class SomebodyWasFirst extends RuntimeException {

    private final String actor;
    private final Instant at;
    private final Message deed;

    /**
     * @param actor display name of who acted
     * @param deed what was done, such as "completed"
     */
    public SomebodyWasFirst(String actor, Instant at, Message deed) {
        super(deed.key() + " by " + actor);
        this.actor = actor;
        this.at = at;
        this.deed = deed;
    }

    public String actor() {
        return actor;
    }

    public Instant at() {
        return at;
    }

    public Message deed() {
        return deed;
    }
}
