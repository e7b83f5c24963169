package rongtong.selection.process;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.selection.application.ApplicationStatus;
import rongtong.selection.panel.Panels;
import rongtong.selection.programme.Track;
import rongtong.selection.round.RoundCounts;
import rongtong.selection.round.Rounds;
import rongtong.shared.Message;
import rongtong.shared.Texts;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The convening department looks at the proposed assignment and confirms it; the seed is recorded (default D8). */
@Component
class FormPanels implements Step {

    /** With more applications the assignment is reckoned when it is confirmed and not each time the page is opened. */
    private static final int MOST_SHOWN = 300;

    private final RoundWords words;
    private final RoundCounts counts;
    private final Rounds rounds;
    private final Panels panels;
    private final Texts texts;

    FormPanels(RoundWords words, RoundCounts counts, Rounds rounds, Panels panels, Texts texts) {
        this.words = words;
        this.counts = counts;
        this.rounds = rounds;
        this.panels = panels;
        this.texts = texts;
    }

    @Override
    public String id() {
        return "selection-review/formPanels";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var round = rounds.get(context.caseId());
        int seed = seed(context.caseId());
        return Map.of(
                "roundTitle",
                round.title(),
                "seed",
                seed,
                "panelRows",
                words.programme(round).tracks().stream()
                        .map(track -> row(context.caseId(), track, seed))
                        .toList());
    }

    /** Recorded with the assignment; the same for a round each time the page is opened. */
    private static int seed(UUID round) {
        return 1 + Math.floorMod(round.hashCode(), 999_999);
    }

    private Map<String, Object> row(UUID round, Track track, long seed) {
        int entered = entered(round, track);
        if (entered == 0 || entered > MOST_SHOWN) {
            return Map.of(
                    "track",
                    words.name(track),
                    "applications",
                    entered,
                    "panelSize",
                    track.panelSize(),
                    "experts",
                    "",
                    "load",
                    "",
                    "problem",
                    texts.of(entered == 0 ? "selection.round.panel-empty" : "selection.round.panel-later"));
        }
        var proposed = panels.propose(round, track.key(), seed);
        return Map.of(
                "track",
                words.name(track),
                "applications",
                entered,
                "panelSize",
                track.panelSize(),
                "experts",
                proposed.seats().stream().map(seat -> seat.expert()).distinct().count(),
                "load",
                proposed.leastLoad() + "–" + proposed.greatestLoad(),
                "problem",
                proposed.unserved().isEmpty()
                        ? ""
                        : texts.of(
                                "selection.round.unserved", proposed.unserved().size(), track.panelSize()));
    }

    private int entered(UUID round, Track track) {
        return Objects.requireNonNullElse(
                counts.of(round).getOrDefault(track.key(), Map.of()).get(ApplicationStatus.ENTERED), 0);
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var round = rounds.get(context.caseId());
        var seed = Objects.requireNonNull(answers.number("seed")).longValue();
        for (var track : words.programme(round).tracks()) {
            if (entered(context.caseId(), track) > 0) {
                var proposed = panels.propose(context.caseId(), track.key(), seed);
                if (!proposed.unserved().isEmpty()) {
                    findings.error(
                            "panelsConfirmed",
                            Message.of(
                                    "selection.round.unserved-track",
                                    words.name(track),
                                    proposed.unserved().size(),
                                    track.panelSize()));
                }
            }
        }
    }

    @Override
    public void record(StepContext context, Answers answers) {
        panels.assign(
                context.caseId(), Objects.requireNonNull(answers.number("seed")).longValue());
    }
}
