package rongtong.selection.panel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How the applications of a track were assigned (分派记录); from the seed anybody can do it again.
 *
 * @param experts how many were considered
 * @param unserved applications without a panel
 * @param actor user name
 */
public record PanelRun(
        UUID round,
        String track,
        long seed,
        int panelSize,
        int experts,
        int seats,
        int leastLoad,
        int greatestLoad,
        List<Assignment.Unserved> unserved,
        String actor,
        Instant at) {}
