package rongtong.publicnotice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision that changes a published list.
 *
 * @param entry the line; null where the objection was against the whole list
 * @param objection number of the objection
 * @param reason words of the decision
 * @param decidedBy user name of the leader
 */
public record UpheldEntry(
        Notice.@Nullable Entry entry, String objection, String reason, String decidedBy, Instant decidedAt) {}
