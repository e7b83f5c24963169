package rongtong.selection.ranking;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import rongtong.shared.Auditable;
import rongtong.shared.Message;

/**
 * The lists of a round were made from its sheets.
 *
 * @param title of the round
 */
public record RankingComputed(UUID round, String title, List<Track> tracks) implements Auditable {

    /**
     * @param key of the track
     * @param unscored applications without any sheet
     * @param alarms applications whose spread asks for a second turn
     */
    public record Track(String key, int ranked, int unscored, int alarms) {}

    public int ranked() {
        return tracks.stream().mapToInt(Track::ranked).sum();
    }

    @Override
    public Message description() {
        return Message.of("selection.ranking.computed", title, ranked());
    }

    @Override
    public String action() {
        return "RANKING.COMPUTED";
    }

    @Override
    public String subject() {
        return round.toString();
    }

    @Override
    public Map<String, Object> detail() {
        return Map.of("tracks", tracks);
    }
}
