package rongtong.selection.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedMultigraph;

/** The same network solved by a library for any graph: slow, but written by others. {@link Flow} is measured against it. */
final class LibraryFlow {

    /** Below what the library takes for infinite, above every difference of loads. */
    private static final double EMPTY_SEAT = 9e8;
    /** The library's scaling pays where capacities are large; ours are small. */
    private static final int WITHOUT_SCALING = 1;

    private static final int SINK = 0;

    private final DirectedWeightedMultigraph<Integer, Arc> graph = new DirectedWeightedMultigraph<>(Arc.class);
    private final List<Reviewer> experts;
    private final List<Flow.Kind> kinds;
    private final int panelSize;
    private int nodes;

    private static final class Arc extends DefaultWeightedEdge {

        private final int capacity;

        Arc(int capacity) {
            this.capacity = capacity;
        }
    }

    LibraryFlow(List<Reviewer> experts, List<Flow.Kind> kinds, int panelSize) {
        this.experts = experts;
        this.kinds = kinds;
        this.panelSize = panelSize;
    }

    Flow.Solution solve() {
        int seats = panelSize * kinds.stream().mapToInt(Flow.Kind::size).sum();
        // no exchange of seats between all experts can save as much as one step of load costs
        double evenness = (experts.size() + 1.0) * (Flow.NO_FIELD + Flow.COLLEAGUE) + 1;
        var uses = new Arc[kinds.size()][experts.size()];
        var leftOpen = new Arc[kinds.size()];
        node();
        for (var expert : experts) {
            int node = node();
            for (int load = expert.carried() + 1; load <= expert.greatestLoad(); load++) {
                arc(node, SINK, 1, evenness * load);
            }
        }
        var supply = new ArrayList<Integer>(Collections.nCopies(nodes, 0));
        supply.set(SINK, -seats);
        for (int kind = 0; kind < kinds.size(); kind++) {
            int wanted = panelSize * kinds.get(kind).size();
            int node = node();
            supply.add(wanted);
            leftOpen[kind] = arc(node, SINK, wanted, EMPTY_SEAT);
            for (var colleagues : colleagues(experts, kinds.get(kind)).values()) {
                int organization = node();
                supply.add(0);
                arc(node, organization, kinds.get(kind).size(), 0);
                arc(node, organization, wanted, Flow.COLLEAGUE);
                for (int expert : colleagues) {
                    uses[kind][expert] = arc(
                            organization,
                            1 + expert,
                            kinds.get(kind).size(),
                            kinds.get(kind).fit()[expert]);
                }
            }
        }
        var flow = new CapacityScalingMinimumCostFlow<Integer, Arc>(WITHOUT_SCALING)
                .getMinimumCostFlow(
                        new MinimumCostFlowProblemImpl<Integer, Arc>(graph, supply::get, arc -> arc.capacity))
                .getFlowMap();
        var units = new int[kinds.size()][experts.size()];
        var empty = new int[kinds.size()];
        var loads = new int[experts.size()];
        for (int kind = 0; kind < units.length; kind++) {
            empty[kind] = flow.get(leftOpen[kind]).intValue();
            for (int expert = 0; expert < loads.length; expert++) {
                if (uses[kind][expert] != null) {
                    units[kind][expert] = flow.get(uses[kind][expert]).intValue();
                    loads[expert] += units[kind][expert];
                }
            }
        }
        return new Flow.Solution(units, empty, loads);
    }

    /** What a solution costs beside its loads. */
    static int cost(List<Reviewer> experts, List<Flow.Kind> kinds, Flow.Solution solution) {
        int cost = 0;
        for (int kind = 0; kind < kinds.size(); kind++) {
            var units = solution.units()[kind];
            for (int expert = 0; expert < units.length; expert++) {
                cost += units[expert] * kinds.get(kind).fit()[expert];
            }
            for (var colleagues : colleagues(experts, kinds.get(kind)).values()) {
                int together =
                        colleagues.stream().mapToInt(expert -> units[expert]).sum();
                cost += Flow.COLLEAGUE * Math.max(0, together - kinds.get(kind).size());
            }
        }
        return cost;
    }

    /** Loads in order, with those carried before. */
    static int[] loads(List<Reviewer> experts, Flow.Solution solution) {
        var loads = solution.loads().clone();
        Arrays.setAll(loads, expert -> loads[expert] + experts.get(expert).carried());
        Arrays.sort(loads);
        return loads;
    }

    private static LinkedHashMap<String, List<Integer>> colleagues(List<Reviewer> experts, Flow.Kind kind) {
        var all = new LinkedHashMap<String, List<Integer>>();
        kind.eligible().stream()
                .forEach(expert -> all.computeIfAbsent(experts.get(expert).organization(), code -> new ArrayList<>())
                        .add(expert));
        return all;
    }

    private int node() {
        graph.addVertex(nodes);
        return nodes++;
    }

    private Arc arc(int from, int to, int capacity, double price) {
        var arc = new Arc(capacity);
        graph.addEdge(from, to, arc);
        graph.setEdgeWeight(arc, price);
        return arc;
    }
}
