package rongtong.selection.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.policy.Settings;
import rongtong.selection.application.ApplicationStatus;
import rongtong.selection.application.Outcome;
import rongtong.selection.decision.Departures;
import rongtong.selection.decision.ListPartners;
import rongtong.selection.decision.Proposal;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.Track;
import rongtong.selection.ranking.QuotaCheck;
import rongtong.selection.ranking.RankingRow;
import rongtong.selection.ranking.Rankings;
import rongtong.selection.round.RoundCounts;
import rongtong.selection.round.Rounds;
import rongtong.shared.Message;
import rongtong.shared.Texts;
import rongtong.workflow.Findings;

/**
 * A list as it would be: what is proposed and kept, what the rank says where nothing is, and what a form changes. Its rules
 * are those of the quotas and of the reasons.
 */
@Component
class ListWords {

    /** Applications that a refusal names; of more it says the number. */
    private static final int NAMED = 3;

    /** As much as a countersign shows; the whole list stands on the page of the round. */
    private static final int LONGEST_TEXT = 3900;

    private final Rounds rounds;
    private final RoundCounts counts;
    private final Rankings rankings;
    private final ListPartners partners;
    private final RoundWords words;
    private final Settings settings;
    private final Texts texts;

    ListWords(
            Rounds rounds,
            RoundCounts counts,
            Rankings rankings,
            ListPartners partners,
            RoundWords words,
            Settings settings,
            Texts texts) {
        this.rounds = rounds;
        this.counts = counts;
        this.rankings = rankings;
        this.partners = partners;
        this.words = words;
        this.settings = settings;
        this.texts = texts;
    }

    /** One track of a list. @param open tied across the line, so that the rank decides nothing */
    record ListedTrack(Track track, List<RankingRow> rows, Map<UUID, Proposal> proposals, List<RankingRow> open) {

        int count(Outcome outcome) {
            return (int) proposals.values().stream()
                    .filter(proposal -> proposal.outcome() == outcome)
                    .count();
        }

        Set<UUID> departures() {
            var outcomes = new HashMap<UUID, Outcome>();
            proposals.forEach((application, proposal) -> outcomes.put(application, proposal.outcome()));
            return Departures.of(rows, outcomes);
        }
    }

    /** The tracks of a round in the order of the programme. @param changes of the form, in place of what is kept */
    List<ListedTrack> list(UUID roundId, Map<UUID, Proposal> changes) {
        var entered = new HashSet<>(counts.cases(roundId, ApplicationStatus.ENTERED));
        return words.programme(rounds.get(roundId)).tracks().stream()
                .map(track -> listed(
                        track,
                        rankings.of(roundId, track.key()).stream()
                                .filter(row -> entered.contains(row.application()))
                                .toList(),
                        changes))
                .toList();
    }

    private ListedTrack listed(Track track, List<RankingRow> rows, Map<UUID, Proposal> changes) {
        var proposals = new LinkedHashMap<UUID, Proposal>();
        var open = new ArrayList<RankingRow>();
        int reserves = reserves(track.quota());
        for (var row : rows) {
            var changed = changes.get(row.application());
            if (changed != null) {
                proposals.put(row.application(), changed);
            } else if (row.outcome() != null) {
                proposals.put(row.application(), new Proposal(row.application(), row.outcome(), row.reason()));
            } else {
                switch (row.position()) {
                    case WITHIN -> proposals.put(row.application(), byRank(row, Outcome.SELECTED));
                    case ON_LINE -> open.add(row);
                    case BEYOND ->
                        proposals.put(
                                row.application(),
                                byRank(row, reserves-- > 0 ? Outcome.RESERVE : Outcome.NOT_SELECTED));
                    case NO_LINE ->
                        proposals.put(
                                row.application(),
                                byRank(
                                        row,
                                        row.score().intValue() >= settings.number("pilot.open-least-score")
                                                ? Outcome.SELECTED
                                                : Outcome.NOT_SELECTED));
                }
            }
        }
        return new ListedTrack(track, rows, proposals, open);
    }

    /** How many follow the line as reserves: a share of the places, at least one. */
    private int reserves(Quota quota) {
        return quota.kind() == Quota.Kind.OPEN
                ? 0
                : Math.max(1, quota.places() * settings.number("pilot.reserve-percent") / 100);
    }

    private static Proposal byRank(RankingRow row, Outcome outcome) {
        return new Proposal(row.application(), outcome, "");
    }

    /** A row for each track of what the list comes to. */
    List<Map<String, Object>> summary(List<ListedTrack> list) {
        return list.stream()
                .<Map<String, Object>>map(listed -> Map.of(
                        "track", words.name(listed.track()),
                        "quota", words.quota(listed.track().quota()),
                        "entered", listed.rows().size(),
                        "selected", listed.count(Outcome.SELECTED),
                        "reserve", listed.count(Outcome.RESERVE),
                        "departs", listed.departures().size(),
                        "verdict", verdict(listed)))
                .toList();
    }

    private String verdict(ListedTrack listed) {
        if (!listed.open().isEmpty()) {
            return texts.of("selection.round.list-tied", listed.open().size());
        }
        var quota = quota(listed);
        return quota.verdict() == QuotaCheck.Verdict.KEPT
                ? texts.of("selection.round.quota-kept")
                : texts.of(message(listed, quota));
    }

    /** How many partner enterprises the selected have, against the number of the programme; empty where there is none. */
    String partnersText(UUID roundId, List<ListedTrack> list) {
        var quota = words.programme(rounds.get(roundId)).partners();
        if (quota == null) {
            return "";
        }
        return texts.of("selection.round.partners", partners.count(selected(list)), words.quota(quota));
    }

    /** The list in words, for those who are asked for an opinion: how it comes to its numbers, and who departs why. */
    String text(UUID roundId) {
        var list = list(roundId, Map.of());
        var text = new StringBuilder();
        for (var listed : list) {
            text.append(texts.of(
                            "selection.round.list-track",
                            words.name(listed.track()),
                            words.quota(listed.track().quota()),
                            listed.count(Outcome.SELECTED),
                            listed.count(Outcome.RESERVE)))
                    .append('\n');
            for (var row : listed.rows()) {
                var proposal = listed.proposals().get(row.application());
                if (proposal != null && proposal.outcome() != Outcome.NOT_SELECTED) {
                    text.append(texts.of(
                                    "selection.round.list-line",
                                    row.place(),
                                    row.applicantName(),
                                    texts.of("selection.round.outcome." + proposal.outcome()),
                                    proposal.reason()))
                            .append('\n');
                }
            }
        }
        text.append(partnersText(roundId, list));
        return text.length() <= LONGEST_TEXT
                ? text.toString()
                : text.substring(0, LONGEST_TEXT) + texts.of("selection.round.list-more");
    }

    private static List<UUID> selected(List<ListedTrack> list) {
        return list.stream()
                .flatMap(listed -> listed.proposals().values().stream())
                .filter(proposal -> proposal.outcome() == Outcome.SELECTED)
                .map(Proposal::application)
                .toList();
    }

    /**
     * The rules of a list: an exact number is exact (R-JL-35) unless fewer have entered; of 左右 and 以上 the convener may
     * depart with a reason (R-JL-36, R-JL-37; default D10); whatever departs from the rank has a reason of its own.
     *
     * @param field at which what is wrong is shown
     */
    void check(UUID roundId, List<ListedTrack> list, String field, Findings findings) {
        for (var listed : list) {
            checkTrack(listed, field, findings);
        }
        var quota = words.programme(rounds.get(roundId)).partners();
        if (quota != null) {
            var found = QuotaCheck.of(quota, partners.count(selected(list)), settings.number("pilot.about-percent"));
            if (found.verdict() != QuotaCheck.Verdict.KEPT) {
                findings.warning(Message.of("selection.round.partners-off", found.number(), words.quota(quota)));
            }
        }
    }

    private void checkTrack(ListedTrack listed, String field, Findings findings) {
        if (!listed.open().isEmpty()) {
            findings.error(
                    field,
                    Message.of(
                            "selection.round.list-open",
                            words.name(listed.track()),
                            listed.open().size(),
                            named(listed.open())));
        }
        var unreasoned = listed.departures().stream()
                .filter(application -> {
                    var proposal = listed.proposals().get(application);
                    return proposal == null || proposal.reason().isBlank();
                })
                .toList();
        if (!unreasoned.isEmpty()) {
            findings.error(
                    field,
                    Message.of(
                            "selection.round.reasons-missing",
                            words.name(listed.track()),
                            unreasoned.size(),
                            named(listed.rows().stream()
                                    .filter(row -> unreasoned.contains(row.application()))
                                    .toList())));
        }
        checkQuota(listed, field, findings);
    }

    void checkQuota(ListedTrack listed, String field, Findings findings) {
        var quota = quota(listed);
        if (quota.verdict() == QuotaCheck.Verdict.KEPT) {
            return;
        }
        var message = message(listed, quota);
        if (isHard(listed)) {
            findings.error(field, message);
        } else {
            findings.warning(message);
        }
    }

    private QuotaCheck quota(ListedTrack listed) {
        return QuotaCheck.of(
                listed.track().quota(), listed.count(Outcome.SELECTED), settings.number("pilot.about-percent"));
    }

    /** Exact and greatest numbers bind; where fewer have entered than there are places, only as far as they reach. */
    private static boolean isHard(ListedTrack listed) {
        var quota = listed.track().quota();
        int selected = listed.count(Outcome.SELECTED);
        return switch (quota.kind()) {
            case EXACTLY -> listed.rows().size() >= quota.places() || selected > quota.places();
            case AT_MOST -> true;
            case ABOUT, AT_LEAST, OPEN -> false;
        };
    }

    private Message message(ListedTrack listed, QuotaCheck quota) {
        return Message.of(
                "selection.round.quota-off",
                words.name(listed.track()),
                quota.number(),
                words.quota(listed.track().quota()));
    }

    private String named(List<RankingRow> rows) {
        return String.join(
                texts.of("selection.round.comma"),
                rows.stream().limit(NAMED).map(RankingRow::applicantName).toList());
    }
}
