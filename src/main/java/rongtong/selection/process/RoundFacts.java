package rongtong.selection.process;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.selection.round.Rounds;
import rongtong.workflow.decision.DocumentFacts;

/** What the call for applications says; written in Chinese. */
@Component
class RoundFacts implements DocumentFacts {

    private static final Set<String> KINDS = Set.of("selection-call", "selection-result");

    private final Rounds rounds;
    private final RoundWords words;

    RoundFacts(Rounds rounds, RoundWords words) {
        this.rounds = rounds;
        this.words = words;
    }

    @Override
    public boolean serves(String kind) {
        return KINDS.contains(kind);
    }

    @Override
    public Map<String, Object> facts(UUID caseId, Map<String, Object> variables) {
        return RoundWords.inChinese(() -> {
            var round = rounds.get(caseId);
            var programme = words.programme(round);
            return Map.of(
                    "subject", round.title(),
                    "programmeName", programme.name(),
                    "windowText", words.window(round),
                    "callNote", rounds.note(caseId),
                    "tracks",
                            programme.tracks().stream()
                                    .map(track -> Map.of("text", words.name(track) + "：" + words.quota(track.quota())))
                                    .toList());
        });
    }
}
