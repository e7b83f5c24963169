package rongtong.shared;

import java.util.Map;

/**
 * A moment that goes into the audit trail. Published as an application event inside the transaction that changes
 * something: both happen or neither does. Who did it is the person at work, or the system.
 */
public interface Auditable {

    /** What happened, as a sentence for people. */
    Message description();

    /** What kind of deed it was, in upper case with dots, such as {@code SETTING.CHANGED}. */
    String action();

    /** What it was done to: a code, a number, an id. */
    String subject();

    /** Further facts for the record, plain JSON values; nothing personal beyond need. */
    default Map<String, Object> detail() {
        return Map.of();
    }
}
