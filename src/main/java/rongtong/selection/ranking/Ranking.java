package rongtong.selection.ranking;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rongtong.selection.programme.Criterion;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.Scoring;

/**
 * Ranks the applications of one track. The order of applications, sheets and criteria in what is given does not matter.
 *
 * <p>A higher score never worsens a place under {@code MEAN} and {@code TRIMMED_MEAN}, as long as ties are not parted by
 * the smaller spread; under {@code NORMALISED} it may, since it also moves the expert's own mean.
 */
public final class Ranking {

    /** An expert with fewer sheets has no scale that could be compared. */
    static final int FEWEST_TO_NORMALISE = 3;

    /** Of fewer sheets, two extremes are too much to leave out. */
    static final int FEWEST_TO_TRIM = 5;

    private final Scoring scoring;
    private final List<Criterion> criteria;
    private final Quota quota;
    private final List<Application> applications;
    private final Map<String, Arithmetic.Scale> scales;
    private final List<TieRule> tieRules;
    private final Comparator<Candidate> order;

    /** An application with its totals; sheets by expert. */
    private record Application(UUID id, Instant receivedAt, List<Total> totals) {}

    private record Total(String expert, List<Arithmetic.Contribution> contributions, BigDecimal total) {}

    /** What decides on the order. */
    private record Candidate(
            Application application, BigDecimal result, BigDecimal spread, List<BigDecimal> tieMeans) {}

    /** Candidates on one place, first of them at {@code place}. */
    private record Group(int place, List<Candidate> members, Position position) {}

    private record TieRule(Scoring.Tie.Kind kind, @Nullable String criterion, Comparator<Candidate> order) {}

    private Ranking(
            Scoring scoring, List<Criterion> criteria, Quota quota, Collection<ScoredApplication> applications) {
        this.scoring = scoring;
        this.criteria = criteria;
        this.quota = quota;
        this.applications = applications.stream()
                .map(this::totals)
                .sorted(Comparator.comparing(Application::receivedAt).thenComparing(Application::id))
                .toList();
        this.tieRules = tieRules(scoring, criteria);
        Comparator<Candidate> byResult = Comparator.comparing(Candidate::result).reversed();
        this.order = tieRules.stream().map(TieRule::order).reduce(byResult, Comparator::thenComparing);
        this.scales = scoring.rule() == Scoring.Rule.NORMALISED ? scalesOfExperts() : Map.of();
    }

    /** The list with the arithmetic of each row. */
    public static RankedTrack of(
            Scoring scoring, List<Criterion> criteria, Quota quota, Collection<ScoredApplication> applications) {
        return new Ranking(scoring, criteria, quota, applications).list();
    }

    private Application totals(ScoredApplication application) {
        var totals = application.sheets().stream()
                .sorted(Comparator.comparing(ScoredSheet::expert))
                .map(sheet -> {
                    var contributions = SheetTotals.contributions(criteria, sheet);
                    return new Total(sheet.expert(), contributions, SheetTotals.total(contributions));
                })
                .toList();
        return new Application(application.id(), application.receivedAt(), totals);
    }

    private Map<String, Arithmetic.Scale> scalesOfExperts() {
        var byExpert = applications.stream()
                .flatMap(application -> application.totals().stream())
                .collect(groupingBy(Total::expert, TreeMap::new, mapping(Total::total, toList())));
        var found = new HashMap<String, Arithmetic.Scale>();
        byExpert.forEach((expert, totals) -> found.put(expert, scale(totals)));
        return found;
    }

    private static Arithmetic.Scale scale(Collection<BigDecimal> totals) {
        var mean = Figures.mean(totals);
        return new Arithmetic.Scale(totals.size(), mean, Figures.deviation(totals, mean));
    }

    private RankedTrack list() {
        var trackScale = trackScale(null);
        var candidates = new LinkedHashMap<UUID, Candidate>();
        for (var application : applications) {
            var candidate = candidate(application, null, trackScale);
            if (candidate != null) {
                candidates.put(application.id(), candidate);
            }
        }
        var groups = groups(candidates.values());
        var standings = standings(groups, candidates);
        var rows = new ArrayList<Ranked>();
        for (int index = 0; index < groups.size(); index++) {
            for (var member : groups.get(index).members()) {
                rows.add(row(member, index, groups, standings, trackScale));
            }
        }
        return new RankedTrack(
                List.copyOf(rows),
                applications.stream()
                        .map(Application::id)
                        .filter(id -> !candidates.containsKey(id))
                        .toList());
    }

    /** Mean and deviation of all totals of the track; nothing where they are not needed or there are none. */
    private Arithmetic.@Nullable Scale trackScale(@Nullable String without) {
        if (scoring.rule() != Scoring.Rule.NORMALISED) {
            return null;
        }
        var totals = applications.stream()
                .flatMap(application -> application.totals().stream())
                .filter(total -> !total.expert().equals(without))
                .map(Total::total)
                .toList();
        return totals.isEmpty() ? null : scale(totals);
    }

    private @Nullable Candidate candidate(
            Application application, @Nullable String without, Arithmetic.@Nullable Scale trackScale) {
        var totals = without == null
                ? application.totals()
                : application.totals().stream()
                        .filter(total -> !total.expert().equals(without))
                        .toList();
        if (totals.isEmpty()) {
            return null;
        }
        var values = totals.stream().map(total -> value(total, trackScale)).toList();
        var used = used(totals.size());
        var counted = used == Scoring.Rule.TRIMMED_MEAN ? trimmed(values) : values;
        return new Candidate(application, Figures.mean(counted), spread(totals), tieMeans(totals));
    }

    private Scoring.Rule used(int sheets) {
        return scoring.rule() == Scoring.Rule.TRIMMED_MEAN && sheets < FEWEST_TO_TRIM
                ? Scoring.Rule.MEAN
                : scoring.rule();
    }

    private static List<BigDecimal> trimmed(List<BigDecimal> values) {
        return values.stream().sorted().toList().subList(1, values.size() - 1);
    }

    private BigDecimal value(Total total, Arithmetic.@Nullable Scale trackScale) {
        var normalisation = normalisation(total);
        if (normalisation == null || normalisation.z() == null || trackScale == null) {
            return total.total();
        }
        return Figures.stated(trackScale.mean().add(trackScale.deviation().multiply(normalisation.z())));
    }

    private Arithmetic.@Nullable Normalisation normalisation(Total total) {
        var own = scales.get(total.expert());
        if (own == null) {
            return null;
        }
        if (own.sheets() < FEWEST_TO_NORMALISE) {
            return new Arithmetic.Normalisation(own, null, Arithmetic.NotNormalised.FEW_SHEETS);
        }
        if (own.deviation().signum() == 0) {
            return new Arithmetic.Normalisation(own, null, Arithmetic.NotNormalised.NO_VARIANCE);
        }
        return new Arithmetic.Normalisation(
                own, Figures.quotient(total.total().subtract(own.mean()), own.deviation()), null);
    }

    private static BigDecimal spread(List<Total> totals) {
        var highest = totals.getFirst().total();
        var lowest = highest;
        for (var total : totals) {
            highest = highest.max(total.total());
            lowest = lowest.min(total.total());
        }
        return highest.subtract(lowest);
    }

    /** The mean of each criterion that a tie rule names, in the order of the rules. */
    private List<BigDecimal> tieMeans(List<Total> totals) {
        return tieRules.stream()
                .filter(rule -> rule.criterion() != null)
                .map(rule -> Figures.mean(totals.stream()
                        .flatMap(total -> total.contributions().stream())
                        .filter(contribution -> contribution.criterion().equals(rule.criterion()))
                        .map(Arithmetic.Contribution::score)
                        .toList()))
                .toList();
    }

    /** In the order of places; one group for those that nothing parts. */
    private List<Group> groups(Collection<Candidate> candidates) {
        var sorted = new ArrayList<>(candidates);
        sorted.sort(order);
        var groups = new ArrayList<Group>();
        int first = 0;
        for (int next = 1; next <= sorted.size(); next++) {
            if (next == sorted.size() || order.compare(sorted.get(first), sorted.get(next)) != 0) {
                groups.add(new Group(first + 1, sorted.subList(first, next), position(first, next)));
                first = next;
            }
        }
        return groups;
    }

    /** Of the group of the sorted candidates {@code first} to before {@code end}, from 0. */
    private Position position(int first, int end) {
        if (quota.kind() == Quota.Kind.OPEN) {
            return Position.NO_LINE;
        }
        if (end <= quota.places()) {
            return Position.WITHIN;
        }
        return first >= quota.places() ? Position.BEYOND : Position.ON_LINE;
    }

    private Ranked row(
            Candidate member,
            int index,
            List<Group> groups,
            Map<UUID, Standing> standings,
            Arithmetic.@Nullable Scale trackScale) {
        var group = groups.get(index);
        var id = member.application().id();
        var tiedWith = group.members().stream()
                .map(other -> other.application().id())
                .filter(other -> !other.equals(id))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Ranked(
                id,
                group.place(),
                tiedWith,
                parted(index, groups),
                group.position(),
                margin(member, group, groups),
                Objects.requireNonNull(standings.get(id)),
                arithmetic(member, trackScale));
    }

    private Scoring.Tie.@Nullable Kind parted(int index, List<Group> groups) {
        var member = groups.get(index).members().getFirst();
        for (int neighbour : new int[] {index - 1, index + 1}) {
            if (neighbour < 0 || neighbour == groups.size()) {
                continue;
            }
            var other = groups.get(neighbour).members().getFirst();
            if (other.result().compareTo(member.result()) == 0) {
                return tieRules.stream()
                        .filter(rule -> rule.order().compare(member, other) != 0)
                        .map(TieRule::kind)
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    private @Nullable BigDecimal margin(Candidate member, Group group, List<Group> groups) {
        int opposite = switch (group.position()) {
            case NO_LINE -> -1;
            case WITHIN -> quota.places();
            case ON_LINE, BEYOND -> quota.places() - 1;
        };
        return at(opposite, groups)
                .map(other -> member.result().subtract(other.result()))
                .orElse(null);
    }

    /** The candidate at that index of the sorted list. */
    private static Optional<Candidate> at(int index, List<Group> groups) {
        return groups.stream()
                .filter(group -> index >= group.place() - 1
                        && index < group.place() - 1 + group.members().size())
                .map(group -> group.members().get(index - group.place() + 1))
                .findFirst();
    }

    private Arithmetic arithmetic(Candidate candidate, Arithmetic.@Nullable Scale trackScale) {
        var totals = candidate.application().totals();
        var used = used(totals.size());
        var byTotal = totals.stream()
                .sorted(Comparator.comparing(Total::total).thenComparing(Total::expert))
                .toList();
        var lines = totals.stream()
                .map(total -> new Arithmetic.SheetLine(
                        total.expert(),
                        total.contributions(),
                        total.total(),
                        normalisation(total),
                        value(total, trackScale),
                        use(total, used, byTotal)))
                .toList();
        var raw = totals.stream().map(Total::total).toList();
        return new Arithmetic(
                scoring.rule(),
                used,
                lines,
                trackScale,
                candidate.result(),
                candidate.spread(),
                Figures.deviation(raw, Figures.mean(raw)),
                candidate.spread().compareTo(BigDecimal.valueOf(scoring.spreadAlarm())) >= 0);
    }

    private static Arithmetic.Use use(Total total, Scoring.Rule used, List<Total> byTotal) {
        if (used == Scoring.Rule.TRIMMED_MEAN && total.equals(byTotal.getLast())) {
            return Arithmetic.Use.HIGHEST_DROPPED;
        }
        return used == Scoring.Rule.TRIMMED_MEAN && total.equals(byTotal.getFirst())
                ? Arithmetic.Use.LOWEST_DROPPED
                : Arithmetic.Use.COUNTED;
    }

    /** Makes the list once more without each expert. */
    private Map<UUID, Standing> standings(List<Group> groups, Map<UUID, Candidate> candidates) {
        var found = new HashMap<UUID, Standing>();
        var positions = new HashMap<UUID, Position>();
        for (var group : groups) {
            for (var member : group.members()) {
                var id = member.application().id();
                positions.put(id, group.position());
                found.put(id, new Standing(group.place(), group.place(), null, null, false));
            }
        }
        for (var expert : experts()) {
            for (var group : groups(candidatesWithout(expert, candidates))) {
                for (var member : group.members()) {
                    var id = member.application().id();
                    found.computeIfPresent(
                            id,
                            (key, standing) ->
                                    standing.or(expert, group.place(), positions.get(key) != group.position()));
                }
            }
        }
        return found;
    }

    private Set<String> experts() {
        return applications.stream()
                .flatMap(application -> application.totals().stream())
                .map(Total::expert)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Candidate> candidatesWithout(String expert, Map<UUID, Candidate> candidates) {
        var trackScale = trackScale(expert);
        var left = new ArrayList<Candidate>();
        for (var application : applications) {
            boolean concerned = trackScale != null
                    || application.totals().stream()
                            .anyMatch(total -> total.expert().equals(expert));
            var candidate = concerned ? candidate(application, expert, trackScale) : candidates.get(application.id());
            if (candidate != null) {
                left.add(candidate);
            }
        }
        return left;
    }

    /** Rules behind a joint meeting never have a say; a criterion that the track does not have parts nobody. */
    private static List<TieRule> tieRules(Scoring scoring, List<Criterion> criteria) {
        var rules = new ArrayList<TieRule>();
        for (var tie : scoring.ties()) {
            switch (tie.kind()) {
                case CRITERION -> {
                    if (criteria.stream().anyMatch(criterion -> criterion.key().equals(tie.criterion()))) {
                        int index = (int) rules.stream()
                                .filter(rule -> rule.criterion() != null)
                                .count();
                        rules.add(new TieRule(
                                tie.kind(),
                                tie.criterion(),
                                Comparator.comparing((Candidate each) ->
                                                each.tieMeans().get(index))
                                        .reversed()));
                    }
                }
                case SMALLER_SPREAD ->
                    rules.add(new TieRule(tie.kind(), null, Comparator.comparing(Candidate::spread)));
                case EARLIER_RECEIPT ->
                    rules.add(new TieRule(
                            tie.kind(),
                            null,
                            Comparator.comparing(
                                    (Candidate each) -> each.application().receivedAt())));
                case JOINT_MEETING -> {
                    return rules;
                }
            }
        }
        return rules;
    }
}
