package rongtong.publicnotice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An objection as the organ deals with it; without the objector, whom {@link Objections#objector} shows to those who may know.
 *
 * @param notice id of the notice
 * @param entry place in the list; null for the whole list
 * @param findings of the investigation; empty before
 * @param proposal {@link ObjectionState#UPHELD} or {@link ObjectionState#REJECTED}; null before
 * @param answer reasons that the objector is told; empty before
 * @param document number of the written answer; null before
 */
public record Objection(
        UUID id,
        UUID caseId,
        String number,
        UUID notice,
        @Nullable Integer entry,
        String facts,
        ObjectionState state,
        Instant filedAt,
        String findings,
        @Nullable ObjectionState proposal,
        String proposalReason,
        String answer,
        @Nullable String document,
        @Nullable Instant closedAt) {

    /** Who objects. */
    public record Objector(String name, String contact) {

        /** Nobody is to be found by a log. */
        @Override
        public String toString() {
            return "Objector";
        }
    }
}
