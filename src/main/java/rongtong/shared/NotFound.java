package rongtong.shared;

/** There is no such record, or none that this person may see: the answer is the same, so that nothing leaks. */
public class NotFound extends RuntimeException {

    public NotFound(String kind, Object id) {
        super(kind + " " + id);
    }
}
