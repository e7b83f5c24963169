package rongtong.audit;

import java.util.List;

/**
 * Whether the trail is as it was sealed.
 *
 * @param seals how many there are
 * @param entries how many entries they cover; those of the last minutes are not sealed yet
 * @param broken numbers of the seals that do not fit the entries any more; empty if all is well
 */
public record Verification(long seals, long entries, List<Long> broken) {}
