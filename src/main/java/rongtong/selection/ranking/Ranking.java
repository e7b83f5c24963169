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
import java.util.SortedMap;
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
    private final List<TieRule> tieRules;
    private final Comparator<Candidate> order;

    /** An application with its totals; sheets by expert. */
    private record Application(UUID id, Instant receivedAt, boolean provincialProject, List<Total> totals) {}

    private record Total(
            String expert,
            List<Arithmetic.Contribution> contributions,
            BigDecimal total,
            Arithmetic.@Nullable Normalisation normalisation) {

        Total with(Arithmetic.Normalisation found) {
            return new Total(expert, contributions, total, found);
        }
    }

    /** What decides on the order. */
    private record Candidate(Application application, BigDecimal result, BigDecimal spread, List<BigDecimal> tieMeans) {

        /** With the same sheets, normalised to another scale of the track. */
        Candidate on(Arithmetic.@Nullable Scale trackScale) {
            if (trackScale == null) {
                return this;
            }
            var values = application.totals().stream()
                    .map(total -> value(total, trackScale))
                    .toList();
            return new Candidate(application, Figures.mean(values), spread, tieMeans);
        }
    }

    /** Candidates on one place, first of them at {@code place}. */
    private record Group(int place, List<Candidate> members, Position position) {}

    private record TieRule(Scoring.Tie.Kind kind, @Nullable String criterion, Comparator<Candidate> order) {}

    private Ranking(
            Scoring scoring, List<Criterion> criteria, Quota quota, Collection<ScoredApplication> applications) {
        this.scoring = scoring;
        this.criteria = criteria;
        this.quota = quota;
        var totals = applications.stream()
                .map(this::totals)
                .sorted(Comparator.comparing(Application::receivedAt).thenComparing(Application::id))
                .toList();
        this.applications = scoring.rule() == Scoring.Rule.NORMALISED ? normalised(totals) : totals;
        this.tieRules = tieRules(scoring, criteria);
        Comparator<Candidate> byResult = Comparator.comparing(Candidate::result).reversed();
        this.order = tieRules.stream().map(TieRule::order).reduce(byResult, Comparator::thenComparing);
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
                    return new Total(sheet.expert(), contributions, SheetTotals.total(contributions), null);
                })
                .toList();
        return new Application(application.id(), application.receivedAt(), application.provincialProject(), totals);
    }

    /** Each total with its distance from the mean of its expert's totals. */
    private static List<Application> normalised(List<Application> applications) {
        var byExpert = applications.stream()
                .flatMap(application -> application.totals().stream())
                .collect(groupingBy(Total::expert, mapping(Total::total, toList())));
        var scales = new HashMap<String, Arithmetic.Scale>();
        byExpert.forEach((expert, totals) -> scales.put(expert, Figures.scale(totals)));
        return applications.stream()
                .map(application -> new Application(
                        application.id(),
                        application.receivedAt(),
                        application.provincialProject(),
                        application.totals().stream()
                                .map(total -> total.with(
                                        normalisation(total, Objects.requireNonNull(scales.get(total.expert())))))
                                .toList()))
                .toList();
    }

    private static Arithmetic.Normalisation normalisation(Total total, Arithmetic.Scale own) {
        if (own.sheets() < FEWEST_TO_NORMALISE) {
            return new Arithmetic.Normalisation(own, null, Arithmetic.NotNormalised.FEW_SHEETS);
        }
        if (own.deviation().signum() == 0) {
            return new Arithmetic.Normalisation(own, null, Arithmetic.NotNormalised.NO_VARIANCE);
        }
        return new Arithmetic.Normalisation(
                own, Figures.quotient(total.total().subtract(own.mean()), own.deviation()), null);
    }

    private RankedTrack list() {
        var trackScale = trackScale();
        var candidates = new LinkedHashMap<UUID, Candidate>();
        for (var application : applications) {
            var candidate = candidate(application, null, trackScale);
            if (candidate != null) {
                candidates.put(application.id(), candidate);
            }
        }
        var groups = groups(candidates.values());
        var sorted = groups.stream().flatMap(group -> group.members().stream()).toList();
        var standings = standings(groups, candidates);
        var rows = new ArrayList<Ranked>();
        for (int index = 0; index < groups.size(); index++) {
            for (var member : groups.get(index).members()) {
                rows.add(row(member, index, groups, sorted, standings, trackScale));
            }
        }
        return new RankedTrack(
                List.copyOf(rows),
                applications.stream()
                        .map(Application::id)
                        .filter(id -> !candidates.containsKey(id))
                        .toList());
    }

    /** Of all totals of the track; nothing where it is not needed or there are none. */
    private Arithmetic.@Nullable Scale trackScale() {
        return scoring.rule() == Scoring.Rule.NORMALISED ? allTotals().scale() : null;
    }

    private Figures.Sums allTotals() {
        return Figures.Sums.of(applications.stream()
                .flatMap(application -> application.totals().stream())
                .map(Total::total)
                .toList());
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

    private static BigDecimal value(Total total, Arithmetic.@Nullable Scale trackScale) {
        var normalisation = total.normalisation();
        if (normalisation == null || normalisation.z() == null || trackScale == null) {
            return total.total();
        }
        return Figures.stated(trackScale.mean().add(trackScale.deviation().multiply(normalisation.z())));
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
            List<Candidate> sorted,
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
                margin(member, group.position(), sorted),
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

    private @Nullable BigDecimal margin(Candidate member, Position position, List<Candidate> sorted) {
        int opposite = switch (position) {
            case NO_LINE -> -1;
            case WITHIN -> quota.places();
            case ON_LINE, BEYOND -> quota.places() - 1;
        };
        return opposite < 0 || opposite >= sorted.size()
                ? null
                : member.result().subtract(sorted.get(opposite).result());
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
                        total.normalisation(),
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
                Figures.scale(raw).deviation(),
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
        var sums = allTotals();
        totalsByExpert().forEach((expert, totals) -> {
            var scale = scoring.rule() == Scoring.Rule.NORMALISED
                    ? sums.without(Figures.Sums.of(totals)).scale()
                    : null;
            for (var group : groups(candidatesWithout(expert, candidates, scale))) {
                for (var member : group.members()) {
                    found.computeIfPresent(
                            member.application().id(),
                            (id, standing) ->
                                    standing.or(expert, group.place(), positions.get(id) != group.position()));
                }
            }
        });
        return found;
    }

    private SortedMap<String, List<BigDecimal>> totalsByExpert() {
        return applications.stream()
                .flatMap(application -> application.totals().stream())
                .collect(groupingBy(Total::expert, TreeMap::new, mapping(Total::total, toList())));
    }

    private List<Candidate> candidatesWithout(
            String expert, Map<UUID, Candidate> candidates, Arithmetic.@Nullable Scale trackScale) {
        var left = new ArrayList<Candidate>();
        for (var known : candidates.values()) {
            var candidate = judgedBy(expert, known.application())
                    ? candidate(known.application(), expert, trackScale)
                    : known.on(trackScale);
            if (candidate != null) {
                left.add(candidate);
            }
        }
        return left;
    }

    private static boolean judgedBy(String expert, Application application) {
        for (var total : application.totals()) {
            if (total.expert().equals(expert)) {
                return true;
            }
        }
        return false;
    }

    /** Rules behind a joint meeting never have a say; a criterion that the track does not have parts nobody. */
    private static List<TieRule> tieRules(Scoring scoring, List<Criterion> criteria) {
        var rules = new ArrayList<TieRule>();
        for (var tie : scoring.ties()) {
            switch (tie.kind()) {
                case PROVINCIAL_PROJECT ->
                    rules.add(new TieRule(
                            tie.kind(),
                            null,
                            Comparator.comparing((Candidate each) ->
                                            each.application().provincialProject())
                                    .reversed()));
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
