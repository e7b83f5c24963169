package rongtong.alliance.council;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of an expert committee, or somebody proposed as one.
 *
 * @param standing on what the person's standing in the field rests (R-LNA-35)
 * @param resolution of the council that appointed the person (R-LNA-36); null while only proposed
 */
public record Expert(
        Committee committee,
        String name,
        String organization,
        String title,
        Domain domain,
        String standing,
        @Nullable UUID resolution,
        @Nullable LocalDate appointedOn) {

    /** Committees that an alliance may have (R-LNA-33). Its words are {@code alliance.committee.<NAME>}. */
    public enum Committee {
        INNOVATION,
        TALENT,
        POLICY,
        OTHER
    }

    /** What the expert knows (R-LNA-35). Its words are {@code alliance.domain.<NAME>}. */
    public enum Domain {
        SCI_TECH,
        EDUCATION,
        MANAGEMENT,
        FINANCE,
        LAW,
        OTHER
    }
}
