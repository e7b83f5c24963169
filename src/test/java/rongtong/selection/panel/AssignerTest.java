package rongtong.selection.panel;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rongtong.selection.panel.Assignment.Cause;
import rongtong.selection.panel.Assignment.Seat;

/** Default D8: panels of an odd number from a pool. Worlds are made at random, each from its own number. */
class AssignerTest {

    private static final int WORLDS = 150;

    static IntStream worlds() {
        return IntStream.range(0, WORLDS);
    }

    private record World(List<Reviewer> pool, List<Candidacy> applications, Conflicts conflicts, int panelSize) {

        Assignment assign(long seed) {
            return Assigner.assign(pool, applications, conflicts, panelSize, seed);
        }

        Reviewer expert(String name) {
            return pool.stream()
                    .filter(expert -> expert.expert().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        Candidacy application(UUID id) {
            return applications.stream()
                    .filter(candidacy -> candidacy.application().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Few experts, many ties: conflicts bite, organisations repeat, some have little room or carry some already. */
    private static World world(int number) {
        var random = new Random(number);
        int organizations = 3 + random.nextInt(6);
        var pool = IntStream.range(0, 5 + random.nextInt(8))
                .mapToObj(i -> new Reviewer(
                        "expert-" + i,
                        "o" + random.nextInt(organizations),
                        some("f", 5, random.nextInt(4), random),
                        random.nextInt(4) == 0 ? 2 + random.nextInt(4) : 40,
                        random.nextInt(5) == 0 ? random.nextInt(6) : 0))
                .toList();
        var applications = IntStream.range(0, 1 + random.nextInt(25))
                .mapToObj(i -> new Candidacy(
                        new UUID(number, i),
                        "o" + random.nextInt(organizations * 2),
                        some("o", organizations * 3, random.nextInt(3), random),
                        some("o", organizations * 3, random.nextInt(2), random),
                        some("f", 5, random.nextInt(4), random)))
                .toList();
        var conflicts = new Conflicts(
                code -> code.equals("o1") ? Set.of("o2") : Set.of(),
                List.of(new Relation("expert-0", "o3", "")),
                List.of());
        return new World(pool, applications, conflicts, random.nextBoolean() ? 3 : 5);
    }

    private static Set<String> some(String prefix, int of, int number, Random random) {
        return random.ints(number, 0, of).mapToObj(i -> prefix + i).collect(toSet());
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void nobodyJudgesInConflictAndEveryPanelIsWholeOrSaidToBeMissing(int number) {
        var world = world(number);
        var assignment = world.assign(number);

        for (var seat : assignment.seats()) {
            assertThat(world.conflicts().of(world.expert(seat.expert()), world.application(seat.application())))
                    .isEmpty();
        }
        var panels = assignment.seats().stream().collect(groupingBy(Seat::application));
        for (var panel : panels.values()) {
            assertThat(panel).extracting(Seat::expert).doesNotHaveDuplicates().hasSize(world.panelSize());
        }
        for (var unserved : assignment.unserved()) {
            assertThat(panels).doesNotContainKey(unserved.application());
            assertThat(unserved.cause() == Cause.TOO_FEW_WITHOUT_CONFLICT)
                    .isEqualTo(unserved.eligible() < world.panelSize());
        }
        assertThat(panels.size() + assignment.unserved().size())
                .isEqualTo(world.applications().size());
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void nobodyHasMoreThanTheGreatestLoad(int number) {
        var world = world(number);
        var loads = loads(world, world.assign(number));
        for (var expert : world.pool()) {
            assertThat(loads.get(expert.expert()))
                    .isLessThanOrEqualTo(Math.max(expert.greatestLoad(), expert.carried()));
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void noSeatPassedOnMakesLoadsMoreEven(int number) {
        var world = world(number);
        var assignment = world.assign(number);
        var loads = loads(world, assignment);
        var panels = assignment.seats().stream().collect(groupingBy(Seat::application));
        for (var seat : assignment.seats()) {
            var panel =
                    panels.get(seat.application()).stream().map(Seat::expert).collect(toSet());
            for (var other : world.pool()) {
                if (!panel.contains(other.expert())
                        && loads.get(other.expert()) < other.greatestLoad()
                        && !world.conflicts().any(other, world.application(seat.application()))) {
                    assertThat(loads.get(seat.expert())).isLessThanOrEqualTo(loads.get(other.expert()) + 1);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void theSameSeedGivesTheSameInWhateverOrderTheFactsCome(int number) {
        var world = world(number);
        var pool = new ArrayList<>(world.pool());
        var applications = new ArrayList<>(world.applications());
        Collections.reverse(pool);
        Collections.shuffle(applications, new Random(number + 1));
        var turned = new World(pool, applications, world.conflicts(), world.panelSize());
        assertThat(turned.assign(7)).isEqualTo(world.assign(7));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void loadsAndFitAreAsGoodAsTheLibraryFinds(int number) {
        var world = world(number);
        var eligible = Assigner.eligible(world.pool(), world.applications(), world.conflicts());
        var kinds = Assigner.kinds(world.pool(), world.applications(), eligible);
        var ours = new Flow(world.pool(), kinds, world.panelSize()).solve();
        var theirs = new LibraryFlow(world.pool(), kinds, world.panelSize()).solve();

        assertThat(ours.missing()).isEqualTo(theirs.missing());
        if (ours.missing() == 0) {
            assertThat(LibraryFlow.loads(world.pool(), ours)).isEqualTo(LibraryFlow.loads(world.pool(), theirs));
            assertThat(LibraryFlow.cost(world.pool(), kinds, ours))
                    .isEqualTo(LibraryFlow.cost(world.pool(), kinds, theirs));
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aReplacementIsFreeOfConflictNewAndTheLeastLoaded(int number) {
        var world = world(number);
        var assignment = world.assign(number);
        if (assignment.seats().isEmpty()) {
            return;
        }
        var loads = loads(world, assignment);
        var seat = assignment.seats().getFirst();
        var application = world.application(seat.application());
        var panel = assignment.seats().stream()
                .filter(other -> other.application().equals(seat.application()))
                .map(Seat::expert)
                .toList();
        var now = world.pool().stream()
                .map(expert -> new Reviewer(
                        expert.expert(),
                        expert.organization(),
                        expert.fields(),
                        expert.greatestLoad(),
                        loads.get(expert.expert())))
                .toList();

        var replacement = Assigner.replace(now, application, panel, world.conflicts(), 7);

        var free = now.stream()
                .filter(expert -> expert.room() > 0
                        && !panel.contains(expert.expert())
                        && !world.conflicts().any(expert, application))
                .toList();
        assertThat(replacement.isPresent()).isEqualTo(!free.isEmpty());
        replacement.ifPresent(found -> {
            assertThat(free).extracting(Reviewer::expert).contains(found.expert());
            assertThat(found.why().load() - 1)
                    .isEqualTo(free.stream().mapToInt(Reviewer::carried).min().orElseThrow());
            assertThat(Assigner.replace(now, application, panel, world.conflicts(), 7))
                    .contains(found);
        });
    }

    @Test
    void saysWhichApplicationHasTooFewExpertsWithoutConflict() {
        var pool = IntStream.range(0, 5)
                .mapToObj(i -> new Reviewer("expert-" + i, "o" + i, Set.of(), 9, 0))
                .toList();
        var tied = new Candidacy(new UUID(0, 1), "o1", Set.of(), Set.of(), Set.of());
        var free = new Candidacy(new UUID(0, 2), "elsewhere", Set.of(), Set.of(), Set.of());

        var assignment =
                Assigner.assign(pool, List.of(tied, free), new Conflicts(code -> Set.of(), List.of(), List.of()), 5, 1);

        assertThat(assignment.unserved())
                .containsExactly(new Assignment.Unserved(tied.application(), Cause.TOO_FEW_WITHOUT_CONFLICT, 4, 5));
        assertThat(assignment.seats())
                .hasSize(5)
                .allMatch(seat -> seat.application().equals(free.application()));
    }

    @Test
    void leavesNoMoreApplicationsOutThanRoomIsWanting() {
        var pool = IntStream.range(0, 6)
                .mapToObj(i -> new Reviewer("expert-" + i, "o" + i, Set.of(), 5, 0))
                .toList();
        var applications = IntStream.range(0, 8)
                .mapToObj(i -> new Candidacy(new UUID(0, i), "elsewhere", Set.of(), Set.of(), Set.of()))
                .toList();

        var assignment =
                Assigner.assign(pool, applications, new Conflicts(code -> Set.of(), List.of(), List.of()), 5, 1);

        assertThat(assignment.seats()).hasSize(30);
        assertThat(assignment.unserved()).hasSize(2).allMatch(one -> one.cause() == Cause.TOO_LITTLE_ROOM);
    }

    @Test
    void twoColleaguesMeetOnlyWhereNobodyElseKnowsAField() {
        var pool = List.of(
                new Reviewer("a", "same", Set.of("robotics", "steel"), 9, 0),
                new Reviewer("b", "same", Set.of("robotics", "steel"), 9, 0),
                new Reviewer("c", "other", Set.of("robotics"), 9, 0),
                new Reviewer("d", "third", Set.of("robotics"), 9, 0),
                new Reviewer("e", "fourth", Set.of(), 9, 0));
        var application = new Candidacy(new UUID(0, 1), "x", Set.of(), Set.of(), Set.of("robotics", "steel"));
        var none = new Conflicts(code -> Set.of(), List.of(), List.of());

        var three = Assigner.assign(pool, List.of(application), none, 3, 1);
        assertThat(three.seats()).extracting(Seat::expert).contains("c", "d").doesNotContain("e");
        assertThat(three.seats()).noneMatch(seat -> seat.why().colleagues());

        var withoutD =
                pool.stream().filter(expert -> !expert.expert().equals("d")).toList();
        var thin = Assigner.assign(withoutD, List.of(application), none, 3, 1);
        assertThat(thin.seats()).extracting(Seat::expert).containsExactly("a", "b", "c");
        assertThat(thin.seats()).filteredOn(seat -> seat.why().colleagues()).hasSize(2);
    }

    @Test
    void explainsEachSeat() {
        var pool = IntStream.range(0, 3)
                .mapToObj(i -> new Reviewer("expert-" + i, "o" + i, Set.of("steel", "robotics"), 9, i))
                .toList();
        var application =
                new Candidacy(new UUID(0, 1), "x", Set.of("o2"), Set.of(), Set.of("robotics", "steel", "textiles"));

        var assignment = Assigner.assign(
                pool, List.of(application), new Conflicts(code -> Set.of(), List.of(), List.of()), 1, 1);

        assertThat(assignment.seats())
                .containsExactly(new Seat(
                        application.application(),
                        "expert-0",
                        new Assignment.Explanation(List.of("robotics", "steel"), 3, 1, 2, 3, false)));
    }

    /** The greatest round that is foreseen, in time of the processor: others at work on the machine do not count. */
    @Test
    void twoThousandApplicationsTakeSeconds() {
        var random = new Random(1);
        var pool = IntStream.range(0, 120)
                .mapToObj(i ->
                        new Reviewer("expert-" + i, "o" + i % 80, some("f", 39, 1 + random.nextInt(4), random), 200, 0))
                .toList();
        var applications = IntStream.range(0, 2_000)
                .mapToObj(i -> new Candidacy(
                        new UUID(0, i),
                        "o" + random.nextInt(400),
                        some("o", 400, 15, random),
                        Set.of(),
                        some("f", 39, 1 + random.nextInt(3), random)))
                .toList();
        var processor = ManagementFactory.getThreadMXBean();
        long began = processor.getCurrentThreadCpuTime();

        var assignment =
                Assigner.assign(pool, applications, new Conflicts(code -> Set.of(), List.of(), List.of()), 5, 1);

        assertThat(Duration.ofNanos(processor.getCurrentThreadCpuTime() - began))
                .isLessThan(Duration.ofSeconds(30));
        assertThat(assignment.seats()).hasSize(10_000);
        assertThat(assignment.leastLoad()).isEqualTo(83);
        assertThat(assignment.greatestLoad()).isEqualTo(84);
    }

    private static Map<String, Integer> loads(World world, Assignment assignment) {
        var taken = assignment.seats().stream().collect(groupingBy(Seat::expert, counting()));
        var loads = new HashMap<String, Integer>();
        for (var expert : world.pool()) {
            loads.put(
                    expert.expert(),
                    expert.carried() + taken.getOrDefault(expert.expert(), 0L).intValue());
        }
        return loads;
    }
}
