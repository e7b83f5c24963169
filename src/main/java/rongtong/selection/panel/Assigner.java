package rongtong.selection.panel;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import rongtong.selection.panel.Assignment.Cause;
import rongtong.selection.panel.Assignment.Explanation;
import rongtong.selection.panel.Assignment.Seat;
import rongtong.selection.panel.Assignment.Unserved;

/**
 * Decides who judges what (default D8). In this order: nobody judges against a {@link Conflict}; every application has
 * exactly the panel asked for; loads are as even as they can be; experts know the fields of what they judge, and two of one
 * organisation meet on an application only where nobody else knows a field of it. Between solutions of the same worth the
 * seed decides: the same facts and seed always give the same assignment.
 */
public final class Assigner {

    private Assigner() {}

    /**
     * Assigns all applications at once, optimally.
     *
     * @param panelSize how many experts each application needs
     * @throws IllegalArgumentException if the panel is empty
     */
    public static Assignment assign(
            Collection<Reviewer> pool,
            Collection<Candidacy> applications,
            Conflicts conflicts,
            int panelSize,
            long seed) {
        if (panelSize < 1) {
            throw new IllegalArgumentException("Panel of " + panelSize);
        }
        var random = new Random(seed);
        var experts = shuffled(pool, Comparator.comparing(Reviewer::expert), random);
        var waiting = new ArrayList<>(shuffled(applications, Comparator.comparing(Candidacy::application), random));
        var eligible = eligible(experts, waiting, conflicts);
        var unserved = new ArrayList<Unserved>();
        waiting.removeIf(application -> {
            int free = free(eligible, application).cardinality();
            if (free < panelSize) {
                unserved.add(new Unserved(application.application(), Cause.TOO_FEW_WITHOUT_CONFLICT, free, panelSize));
            }
            return free < panelSize;
        });
        while (true) {
            var kinds = kinds(experts, waiting, eligible);
            var solution = new Flow(experts, kinds, panelSize).solve();
            if (solution.missing() == 0) {
                return assignment(experts, kinds, solution, unserved, seed);
            }
            for (var left : leastServed(kinds, solution, panelSize)) {
                waiting.remove(left);
                int free = free(eligible, left).cardinality();
                unserved.add(new Unserved(left.application(), Cause.TOO_LITTLE_ROOM, free, panelSize));
            }
        }
    }

    /**
     * The best single expert for a seat that has become free; nobody else moves.
     *
     * @param pool with what each expert carries now
     * @param panel user names of those who judge the application already or did so before
     * @return nothing if everybody is in conflict, on the panel, or without room
     */
    public static Optional<Seat> replace(
            Collection<Reviewer> pool,
            Candidacy application,
            Collection<String> panel,
            Conflicts conflicts,
            long seed) {
        var experts = shuffled(pool, Comparator.comparing(Reviewer::expert), new Random(seed));
        var organizations = experts.stream()
                .filter(expert -> panel.contains(expert.expert()))
                .map(Reviewer::organization)
                .collect(toSet());
        var free = experts.stream()
                .filter(expert -> !conflicts.any(expert, application))
                .toList();
        return free.stream()
                .filter(expert -> expert.room() > 0 && !panel.contains(expert.expert()))
                .min(Comparator.comparingInt(Reviewer::carried)
                        .thenComparingInt(expert -> fit(expert, application)
                                + (organizations.contains(expert.organization()) ? Flow.COLLEAGUE : 0)))
                .map(expert -> new Seat(
                        application.application(),
                        expert.expert(),
                        new Explanation(
                                inCommon(expert, application),
                                application.fields().size(),
                                expert.carried() + 1,
                                free.size(),
                                experts.size(),
                                organizations.contains(expert.organization()))));
    }

    private static <T> List<T> shuffled(Collection<T> all, Comparator<T> order, Random random) {
        var list = new ArrayList<>(all);
        list.sort(order);
        Collections.shuffle(list, random);
        return list;
    }

    static Map<UUID, BitSet> eligible(List<Reviewer> experts, List<Candidacy> applications, Conflicts conflicts) {
        var all = new HashMap<UUID, BitSet>();
        for (var application : applications) {
            var free = new BitSet(experts.size());
            for (int i = 0; i < experts.size(); i++) {
                free.set(i, !conflicts.any(experts.get(i), application));
            }
            all.put(application.application(), free);
        }
        return all;
    }

    private static BitSet free(Map<UUID, BitSet> eligible, Candidacy application) {
        return Objects.requireNonNull(eligible.get(application.application()));
    }

    static List<Flow.Kind> kinds(List<Reviewer> experts, List<Candidacy> applications, Map<UUID, BitSet> eligible) {
        record Likeness(Set<String> fields, BitSet eligible) {}
        var alike = new LinkedHashMap<Likeness, List<Candidacy>>();
        for (var application : applications) {
            alike.computeIfAbsent(
                            new Likeness(application.fields(), free(eligible, application)), none -> new ArrayList<>())
                    .add(application);
        }
        return alike.entrySet().stream()
                .map(entry -> new Flow.Kind(
                        entry.getKey().eligible(),
                        experts.stream()
                                .mapToInt(expert -> fit(expert, entry.getValue().getFirst()))
                                .toArray(),
                        entry.getValue()))
                .toList();
    }

    /** 0 where the expert knows all fields of the application, or it names none. */
    private static int fit(Reviewer expert, Candidacy application) {
        int asked = application.fields().size();
        int known = inCommon(expert, application).size();
        return asked == 0 ? 0 : Math.round((float) Flow.NO_FIELD * (asked - known) / asked);
    }

    private static List<String> inCommon(Reviewer expert, Candidacy application) {
        return application.fields().stream()
                .filter(expert.fields()::contains)
                .sorted()
                .toList();
    }

    /** As many applications as must go at least, from the kinds that lack most. */
    private static List<Candidacy> leastServed(List<Flow.Kind> kinds, Flow.Solution solution, int panelSize) {
        int tooMany = Math.ceilDiv(solution.missing(), panelSize);
        var lacking = new ArrayList<Integer>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            if (solution.empty()[kind] > 0) {
                lacking.add(kind);
            }
        }
        lacking.sort(Comparator.comparingInt(kind -> -solution.empty()[kind]));
        var left = new ArrayList<Candidacy>();
        for (int kind : lacking) {
            int of = Math.ceilDiv(solution.empty()[kind], panelSize);
            kinds.get(kind).applications().stream()
                    .limit(Math.min(of, tooMany - left.size()))
                    .forEach(left::add);
        }
        return left;
    }

    private static Assignment assignment(
            List<Reviewer> experts, List<Flow.Kind> kinds, Flow.Solution solution, List<Unserved> unserved, long seed) {
        var seats = new ArrayList<Seat>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            addSeats(seats, experts, kinds.get(kind), solution.units()[kind], solution.loads());
        }
        seats.sort(Comparator.comparing(Seat::application).thenComparing(Seat::expert));
        unserved.sort(Comparator.comparing(Unserved::application));
        int least = Integer.MAX_VALUE;
        int greatest = 0;
        for (int i = 0; i < experts.size(); i++) {
            int load = experts.get(i).carried() + solution.loads()[i];
            greatest = Math.max(greatest, load);
            if (load < experts.get(i).greatestLoad()) {
                least = Math.min(least, load);
            }
        }
        return new Assignment(List.copyOf(seats), List.copyOf(unserved), seed, Math.min(least, greatest), greatest);
    }

    /**
     * Deals the units of a kind to its applications, one after another and round again. An expert has at most one unit for
     * each application and the seats are a multiple of the applications, so nobody meets an application twice and all panels
     * are of one size; colleagues are dealt together, so they meet only where their organisation has more units than there
     * are applications.
     */
    private static void addSeats(List<Seat> seats, List<Reviewer> experts, Flow.Kind kind, int[] units, int[] loads) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < units.length; i++) {
            if (units[i] > 0) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparing(i -> experts.get(i).organization()));
        int size = kind.applications().size();
        var panels = new ArrayList<List<Integer>>();
        for (int i = 0; i < size; i++) {
            panels.add(new ArrayList<>());
        }
        int turn = 0;
        for (int i : order) {
            for (int unit = 0; unit < units[i]; unit++) {
                panels.get(turn++ % size).add(i);
            }
        }
        for (int i = 0; i < size; i++) {
            var application = kind.applications().get(i);
            var panel = panels.get(i);
            for (int member : panel) {
                var expert = experts.get(member);
                boolean colleagues = panel.stream()
                        .anyMatch(other -> other != member
                                && experts.get(other).organization().equals(expert.organization()));
                seats.add(new Seat(
                        application.application(),
                        expert.expert(),
                        new Explanation(
                                inCommon(expert, application),
                                application.fields().size(),
                                expert.carried() + loads[member],
                                kind.eligible().cardinality(),
                                experts.size(),
                                colleagues)));
            }
        }
    }
}
