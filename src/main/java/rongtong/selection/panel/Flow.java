package rongtong.selection.panel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The assignment as a flow of least cost from kinds of applications to experts, by successive shortest paths: each further
 * seat goes to the expert of least load who can be reached, on the way of least cost by which others exchange seats. That
 * keeps loads as even as conflicts allow and, among all such assignments, the sum of costs least.
 *
 * <p>Paths are sought among the experts alone: the step from one to another is the cheapest exchange over all kinds that
 * the one holds. With a hundred experts that is some thousand times less than the whole network, on which the general
 * algorithms of graph libraries need minutes for two thousand applications.
 */
final class Flow {

    /** Cost of an expert who shares no field with the application; one who shares all of them costs nothing. */
    static final int NO_FIELD = 20;
    /**
     * Cost of a second expert of one organisation on the same application: more than all but the greatest difference of
     * fit, less than somebody who shares no field.
     */
    static final int COLLEAGUE = 18;

    private static final int UNREACHED = Integer.MAX_VALUE / 2;
    private static final int NOBODY = -1;

    private final List<Reviewer> experts;
    private final List<Kind> kinds;
    private final int panelSize;
    /** Place of each expert's organisation in a list of them. */
    private final int[] organization;

    private final int[][] units;
    /** Seats by kind and organisation; beyond one for each application, colleagues meet. */
    private final int[][] ofOrganization;

    private final int[] loads;
    private final BitSet[] held;

    private final int[][] exchange;
    private final int[][] exchangedKind;
    private final boolean[] stale;

    private final int[] distance;
    private final int[] former;
    private final boolean[] queued;

    /**
     * Applications that the experts cannot tell apart: the same fields, the same experts free of conflict.
     *
     * @param eligible places in the list of experts
     * @param fit cost of each expert of the list
     */
    record Kind(BitSet eligible, int[] fit, List<Candidacy> applications) {

        int size() {
            return applications.size();
        }
    }

    /**
     * How many applications of each kind each expert gets.
     *
     * @param units by kind, then by expert
     * @param empty seats that nobody could take, by kind
     * @param loads by expert, without those carried before
     */
    record Solution(int[][] units, int[] empty, int[] loads) {

        int missing() {
            return Arrays.stream(empty).sum();
        }
    }

    Flow(List<Reviewer> experts, List<Kind> kinds, int panelSize) {
        this.experts = experts;
        this.kinds = kinds;
        this.panelSize = panelSize;
        var codes = experts.stream().map(Reviewer::organization).distinct().toList();
        this.organization = experts.stream()
                .mapToInt(expert -> codes.indexOf(expert.organization()))
                .toArray();
        int number = experts.size();
        this.units = new int[kinds.size()][number];
        this.ofOrganization = new int[kinds.size()][codes.size()];
        this.loads = new int[number];
        this.held = new BitSet[number];
        Arrays.setAll(held, expert -> new BitSet(kinds.size()));
        this.exchange = new int[number][number];
        this.exchangedKind = new int[number][number];
        this.stale = new boolean[number];
        Arrays.fill(stale, true);
        this.distance = new int[number];
        this.former = new int[number];
        this.queued = new boolean[number];
    }

    /** Fills seat after seat, one for each application in turn, so that a want of room is shared by all kinds alike. */
    Solution solve() {
        var empty = new int[kinds.size()];
        for (int kind = 0; kind < kinds.size(); kind++) {
            int seats = panelSize * kinds.get(kind).size();
            int filled = 0;
            while (filled < seats && fillSeat(kind)) {
                filled++;
            }
            empty[kind] = seats - filled;
        }
        return new Solution(units, empty, loads);
    }

    private boolean fillSeat(int kind) {
        findPaths(kind);
        int last = bestEnd();
        if (last == NOBODY) {
            return false;
        }
        loads[last]++;
        giveOnward(kind, last);
        return true;
    }

    /** Distances from a kind to all experts, with the exchanges on the way; costs below zero occur, circles of them do not. */
    private void findPaths(int kind) {
        Arrays.fill(distance, UNREACHED);
        var queue = new ArrayDeque<Integer>();
        var first = kinds.get(kind);
        for (int expert = first.eligible().nextSetBit(0);
                expert >= 0;
                expert = first.eligible().nextSetBit(expert + 1)) {
            if (units[kind][expert] < first.size()) {
                distance[expert] = first.fit()[expert] + meeting(kind, expert);
                former[expert] = NOBODY;
                queue.add(expert);
                queued[expert] = true;
            }
        }
        while (!queue.isEmpty()) {
            int from = queue.remove();
            queued[from] = false;
            var steps = exchange(from);
            for (int to = 0; to < steps.length; to++) {
                int through = distance[from] + steps[to];
                if (steps[to] < UNREACHED && through < distance[to]) {
                    distance[to] = through;
                    former[to] = from;
                    if (!queued[to]) {
                        queued[to] = true;
                        queue.add(to);
                    }
                }
            }
        }
    }

    /** Who is reached and has the least load, and among those the nearest. */
    private int bestEnd() {
        int best = NOBODY;
        for (int expert = 0; expert < distance.length; expert++) {
            if (distance[expert] < UNREACHED
                    && load(expert) < experts.get(expert).greatestLoad()
                    && (best == NOBODY
                            || load(expert) < load(best)
                            || (load(expert) == load(best) && distance[expert] < distance[best]))) {
                best = expert;
            }
        }
        return best;
    }

    private int load(int expert) {
        return experts.get(expert).carried() + loads[expert];
    }

    /** One seat of a kind passes from one expert to another, or from the kind itself to the first. */
    private record Hop(int kind, int giver, int taker) {}

    /** Moves one seat along the path that ends at an expert. */
    private void giveOnward(int kind, int last) {
        var hops = new ArrayList<Hop>();
        for (int taker = last; taker != NOBODY; taker = former[taker]) {
            int giver = former[taker];
            hops.addFirst(new Hop(giver == NOBODY ? kind : exchangedKind[giver][taker], giver, taker));
        }
        for (int i = 0; i < hops.size(); i++) {
            int far;
            while ((far = lastMeeting(hops, i)) > i) {
                hops.set(
                        i,
                        new Hop(
                                hops.get(i).kind(),
                                hops.get(i).giver(),
                                hops.get(far).taker()));
                hops.subList(i + 1, far + 1).clear();
            }
        }
        for (var hop : hops) {
            if (hop.giver() != NOBODY) {
                change(hop.kind(), hop.giver(), -1);
            }
            change(hop.kind(), hop.taker(), 1);
        }
    }

    /**
     * A path that comes twice through one point of the network is no better than the one that leaves out the circle
     * between; prices of colleagues are only right for the latter.
     */
    private int lastMeeting(List<Hop> hops, int first) {
        for (int later = hops.size() - 1; later > first; later--) {
            if (meet(hops.get(first), hops.get(later))) {
                return later;
            }
        }
        return first;
    }

    private boolean meet(Hop one, Hop other) {
        return one.kind() == other.kind()
                && ((!isAmongColleagues(one) && !isAmongColleagues(other))
                        || touches(one, organization[other.giver()])
                        || touches(one, organization[other.taker()]));
    }

    private boolean isAmongColleagues(Hop hop) {
        return hop.giver() != NOBODY && organization[hop.giver()] == organization[hop.taker()];
    }

    private boolean touches(Hop hop, int code) {
        return organization[hop.taker()] == code || (hop.giver() != NOBODY && organization[hop.giver()] == code);
    }

    private void change(int kind, int expert, int by) {
        units[kind][expert] += by;
        ofOrganization[kind][organization[expert]] += by;
        held[expert].set(kind, units[kind][expert] > 0);
        stale[expert] = true;
        for (int other = 0; other < stale.length; other++) {
            stale[other] |= units[kind][other] > 0;
        }
    }

    /** What it costs if each other expert takes a seat from this one. */
    private int[] exchange(int from) {
        var row = exchange[from];
        if (!stale[from]) {
            return row;
        }
        stale[from] = false;
        Arrays.fill(row, UNREACHED);
        for (int kind = held[from].nextSetBit(0); kind >= 0; kind = held[from].nextSetBit(kind + 1)) {
            var given = kinds.get(kind);
            int relief = given.fit()[from] + parting(kind, from);
            var eligible = given.eligible();
            for (int to = eligible.nextSetBit(0); to >= 0; to = eligible.nextSetBit(to + 1)) {
                if (to == from || units[kind][to] >= given.size()) {
                    continue;
                }
                int cost = organization[to] == organization[from]
                        ? given.fit()[to] - given.fit()[from]
                        : given.fit()[to] + meeting(kind, to) - relief;
                if (cost < row[to]) {
                    row[to] = cost;
                    exchangedKind[from][to] = kind;
                }
            }
        }
        return row;
    }

    /** What one more seat of the expert's organisation costs because colleagues meet. */
    private int meeting(int kind, int expert) {
        return ofOrganization[kind][organization[expert]] >= kinds.get(kind).size() ? COLLEAGUE : 0;
    }

    /** What one seat less saves because fewer colleagues meet. */
    private int parting(int kind, int expert) {
        return ofOrganization[kind][organization[expert]] > kinds.get(kind).size() ? COLLEAGUE : 0;
    }
}
