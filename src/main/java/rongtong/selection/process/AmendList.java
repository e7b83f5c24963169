package rongtong.selection.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rongtong.organization.Organizations;
import rongtong.publicnotice.PublicNotices;
import rongtong.publicnotice.UpheldEntry;
import rongtong.selection.application.Outcome;
import rongtong.selection.decision.DecidedLine;
import rongtong.selection.decision.Decisions;
import rongtong.selection.programme.Quota;
import rongtong.selection.round.Rounds;
import rongtong.shared.Message;
import rongtong.shared.Texts;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/**
 * Objections were upheld: the leader amends the list by a decision that is recorded, and the next reserve of the same track
 * moves up (default D6).
 */
@Component
class AmendList implements Step {

    private final RoundWords words;
    private final Rounds rounds;
    private final Decisions decisions;
    private final PublicNotices notices;
    private final Organizations organizations;
    private final Texts texts;
    private final Clock clock;

    AmendList(
            RoundWords words,
            Rounds rounds,
            Decisions decisions,
            PublicNotices notices,
            Organizations organizations,
            Texts texts,
            Clock clock) {
        this.words = words;
        this.rounds = rounds;
        this.decisions = decisions;
        this.notices = notices;
        this.organizations = organizations;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "selection-notice/amendList";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var standing = decisions.standing(context.caseId());
        var round = rounds.get(context.caseId());
        var upheld = upheld(context);
        var values = new HashMap<String, Object>();
        values.put("roundTitle", round.title());
        values.put(
                "upheldRows",
                upheld.stream()
                        .map(each -> {
                            var entry = each.entry();
                            return Map.of(
                                    "title",
                                            entry == null
                                                    ? texts.of("selection.round.whole-list")
                                                    : title(standing, entry.subject()),
                                    "applicant", entry == null ? "" : entry.organization(),
                                    "decision", each.reason());
                        })
                        .toList());
        values.put(
                "reserveRows",
                standing.stream()
                        .filter(line -> line.outcome() == Outcome.RESERVE)
                        .map(line -> Map.of(
                                "track", words.trackName(round, line.track()),
                                "place", line.place() == null ? "" : line.place(),
                                "title", line.title(),
                                "applicant", organizations.name(line.applicant())))
                        .toList());
        values.put("amendments", suggested(standing, upheld));
        values.put(
                "applicationOptions",
                standing.stream()
                        .map(line -> Map.of(
                                "value",
                                line.application().toString(),
                                "label",
                                organizations.name(line.applicant()) + "：" + line.title()))
                        .toList());
        values.put("heldOn", LocalDate.now(clock).toString());
        return values;
    }

    private List<UpheldEntry> upheld(StepContext context) {
        return notices.upheld(UUID.fromString(context.text("notice")));
    }

    private static String title(List<DecidedLine> standing, String application) {
        return standing.stream()
                .filter(line -> line.application().toString().equals(application))
                .map(DecidedLine::title)
                .findFirst()
                .orElse("");
    }

    /** Whoever was objected to falls away, and the next reserve of the track moves up. */
    private List<Map<String, Object>> suggested(List<DecidedLine> standing, List<UpheldEntry> upheld) {
        var subjects = upheld.stream()
                .filter(each -> each.entry() != null)
                .collect(Collectors.toMap(
                        each -> Objects.requireNonNull(each.entry()).subject(),
                        UpheldEntry::reason,
                        (former, latest) -> latest,
                        LinkedHashMap::new));
        var reserves = new ArrayList<>(standing.stream()
                .filter(line -> line.outcome() == Outcome.RESERVE
                        && !subjects.containsKey(line.application().toString()))
                .toList());
        var rows = new ArrayList<Map<String, Object>>();
        for (var line : standing) {
            var reason = subjects.get(line.application().toString());
            if (reason != null && line.outcome() == Outcome.SELECTED) {
                rows.add(row(line, Outcome.NOT_SELECTED, reason));
                reserves.stream()
                        .filter(reserve -> reserve.track().equals(line.track()))
                        .findFirst()
                        .ifPresent(reserve -> {
                            reserves.remove(reserve);
                            rows.add(row(
                                    reserve,
                                    Outcome.SELECTED,
                                    words.inChinese(Message.of(
                                            "selection.round.moved-up",
                                            RoundWords.inChinese(() -> organizations.name(line.applicant()))))));
                        });
            }
        }
        return rows;
    }

    private static Map<String, Object> row(DecidedLine line, Outcome outcome, String reason) {
        return Map.of(
                "application", line.application().toString(),
                "outcome", outcome.name(),
                "reason", reason);
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var standing = decisions.standing(context.caseId());
        var changes = ProposeList.changes(answers, "amendments");
        if (changes.size() < answers.rows("amendments").size()) {
            findings.error("amendments", Message.of("selection.round.named-twice"));
        }
        if (Objects.requireNonNull(answers.date("heldOn")).isAfter(LocalDate.now(clock))) {
            findings.error("heldOn", Message.of("selection.round.held-in-future"));
        }
        if (changes.values().stream().anyMatch(change -> change.reason().isBlank())) {
            findings.error("amendments", Message.of("selection.round.amendment-reason"));
        }
        var round = rounds.get(context.caseId());
        for (var track : words.programme(round).tracks()) {
            var outcomes = standing.stream()
                    .filter(line -> line.track().equals(track.key()))
                    .map(line -> changes.containsKey(line.application())
                            ? Objects.requireNonNull(changes.get(line.application()))
                                    .outcome()
                            : line.outcome())
                    .collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting()));
            checkExact(track.quota(), words.name(track), outcomes, findings);
        }
    }

    /** R-JL-35: an exact number stays exact as long as a reserve is left to move up; then a reason is asked for. */
    private void checkExact(Quota quota, String track, Map<Outcome, Long> outcomes, Findings findings) {
        long selected = outcomes.getOrDefault(Outcome.SELECTED, 0L);
        if (quota.kind() != Quota.Kind.EXACTLY || selected == quota.places()) {
            return;
        }
        var message = Message.of("selection.round.quota-off", track, (int) selected, words.quota(quota));
        if (selected > quota.places() || outcomes.getOrDefault(Outcome.RESERVE, 0L) > 0) {
            findings.error("amendments", message);
        } else {
            findings.warning(message);
        }
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var round = rounds.get(context.caseId());
        decisions.amend(
                context.caseId(),
                Objects.requireNonNull(answers.date("heldOn")),
                List.of(round.organ()),
                answers.text("minutes"),
                context.actor(),
                List.copyOf(ProposeList.changes(answers, "amendments").values()));
    }
}
