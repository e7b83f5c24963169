package rongtong.selection.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.organization.Organizations;
import rongtong.selection.application.Outcome;
import rongtong.selection.decision.Decisions;
import rongtong.selection.round.Round;
import rongtong.selection.round.Rounds;
import rongtong.shared.Texts;
import rongtong.workflow.decision.DocumentFacts;

/** What the call for applications and the result say; written in Chinese. */
@Component
class RoundFacts implements DocumentFacts {

    private static final Set<String> KINDS = Set.of("selection-call", "selection-result");

    private final Rounds rounds;
    private final RoundWords words;
    private final Decisions decisions;
    private final Organizations organizations;
    private final Texts texts;

    RoundFacts(Rounds rounds, RoundWords words, Decisions decisions, Organizations organizations, Texts texts) {
        this.rounds = rounds;
        this.words = words;
        this.decisions = decisions;
        this.organizations = organizations;
        this.texts = texts;
    }

    /** The list that stands decided: each track with its number, then its entries. */
    private List<Map<String, Object>> selected(Round round) {
        var standing = decisions.standing(round.caseId());
        var lines = new ArrayList<Map<String, Object>>();
        for (var track : words.programme(round).tracks()) {
            var ofTrack = standing.stream()
                    .filter(line -> line.track().equals(track.key()) && line.outcome() == Outcome.SELECTED)
                    .toList();
            lines.add(Map.of("text", texts.of("selection.round.result-track", words.name(track), ofTrack.size())));
            for (int i = 0; i < ofTrack.size(); i++) {
                var line = ofTrack.get(i);
                lines.add(Map.of(
                        "text",
                        texts.of(
                                "selection.round.result-line",
                                i + 1,
                                organizations.name(line.applicant()),
                                line.title())));
            }
        }
        return lines;
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
                    "decidedText", texts.of("selection.round.decided-text"),
                    "selected", selected(round),
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
