package rongtong.alliance.council;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import rongtong.shared.Message;

/** What is asked of expert committees. That there are none is allowed (R-LNA-33). */
public final class CommitteeRules {

    private CommitteeRules() {}

    /** The first expert who is named twice for one committee, if any, by place in the list. */
    public static Optional<Integer> repeated(List<Expert> experts) {
        var seen = new HashSet<String>();
        for (int i = 0; i < experts.size(); i++) {
            var expert = experts.get(i);
            if (!seen.add(expert.committee() + " " + expert.name() + " " + expert.organization())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /**
     * Committees that are smaller than usual or even in number (default D8): soft.
     *
     * @param fewest setting {@code expert-committee.min-size}
     */
    public static List<Message> unusual(List<Expert> experts, int fewest) {
        var sizes = new EnumMap<Expert.Committee, Integer>(Expert.Committee.class);
        experts.forEach(expert -> sizes.merge(expert.committee(), 1, Integer::sum));
        var unusual = new ArrayList<Message>();
        sizes.forEach((committee, size) -> {
            if (size < fewest || size % 2 == 0) {
                unusual.add(Message.of(
                        "alliance.committee-size", Message.of("alliance.committee." + committee), size, fewest));
            }
        });
        return unusual;
    }
}
