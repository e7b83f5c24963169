package rongtong.selection.ranking;

import java.util.List;
import java.util.UUID;

/**
 * The list of one track.
 *
 * @param rows by place; those on one place by receipt and id, which decides nothing
 * @param unscored applications without any sheet, in no order
 */
public record RankedTrack(List<Ranked> rows, List<UUID> unscored) {}
