package rongtong.selection.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a county or city said of an application.
 *
 * @param place in the route, from 1
 * @param rank among those that the organ recommends in the same track of the round; null where it does not recommend
 */
public record Recommendation(
        UUID application,
        int place,
        String organ,
        boolean recommended,
        @Nullable Integer rank,
        String opinion,
        String actor,
        Instant at) {}
