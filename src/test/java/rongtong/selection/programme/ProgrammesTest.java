package rongtong.selection.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.organization.OrganizationFilter;
import rongtong.organization.Organizations;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.SomebodyWasFirst;
import rongtong.workflow.Answers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Versions of programmes: who edits them, what is refused, and who comes second. */
@RongtongTest
@Transactional
class ProgrammesTest {

    static final String LEAD = "jl-edu.handler";
    static final String OTHER_LEAD = "jl-drc.handler";
    static final String PARTICIPANT = "jl-iit.handler";

    @Autowired
    Programmes programmes;

    @Autowired
    Requirements requirements;

    @Autowired
    Organizations organizations;

    @Autowired
    CurrentUser user;

    @Autowired
    JsonMapper mapper;

    String key;

    @BeforeEach
    void chooseKey() {
        key = "test-" + UUID.randomUUID();
    }

    private <T> T as(String username, Callable<T> work) {
        try {
            return user.runAs(username, work);
        } catch (RuntimeException thrown) {
            throw thrown;
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    private ObjectNode plan() {
        return (ObjectNode) mapper.valueToTree(programmes.published("jl-223").orElseThrow());
    }

    private ProgrammeVersion draft() {
        return as(LEAD, () -> programmes.create(plan().put("key", key)));
    }

    @Test
    void aNewProgrammeIsADraftUntilItIsPublished() {
        var draft = draft();

        assertThat(programmes.published(key)).isEmpty();
        assertThat(draft.status()).isEqualTo(ProgrammeStatus.DRAFT);
        assertThat(programmes.problems(draft.programme())).isEmpty();

        var published = as(OTHER_LEAD, () -> programmes.publish(key, 1, draft.revision()));

        assertThat(published.status()).isEqualTo(ProgrammeStatus.PUBLISHED);
        assertThat(published.editor()).isEqualTo(OTHER_LEAD);
        assertThat(programmes.published(key)).contains(published.programme());
    }

    @Test
    void aPublishedVersionStaysAsItIsWhenTheNextOneIsWritten() {
        var draft = draft();
        var first = as(LEAD, () -> programmes.publish(key, 1, draft.revision()));

        var second = as(LEAD, () -> programmes.revise(key));
        assertThat(second.programme().version()).isEqualTo(2);
        var saved = as(LEAD, () -> programmes.save(key, 2, second.revision(), plan().put("noticeDays", 7)));
        as(LEAD, () -> programmes.publish(key, 2, saved.revision()));

        assertThat(programmes.get(key, 1)).isEqualTo(first.programme());
        assertThat(programmes.published(key).orElseThrow().noticeDays()).isEqualTo(7);
        assertThatExceptionOfType(SomebodyWasFirst.class)
                .isThrownBy(() -> as(LEAD, () -> programmes.save(key, 1, first.revision(), plan())))
                .satisfies(first2 -> assertThat(first2.deed().key()).isEqualTo("selection.programme.was-published"));
    }

    @Test
    void thereIsOneDraftAndTheSecondEditorIsToldOfTheFirst() {
        var draft = draft();
        var saved = as(OTHER_LEAD, () -> programmes.save(key, 1, draft.revision(), plan().put("noticeDays", 6)));
        assertThat(saved.revision()).isEqualTo(draft.revision() + 1);

        assertThatExceptionOfType(SomebodyWasFirst.class)
                .isThrownBy(() ->
                        as(LEAD, () -> programmes.save(key, 1, draft.revision(), plan().put("noticeDays", 9))))
                .satisfies(first -> {
                    assertThat(first.actor()).contains("吉林省发展");
                    assertThat(first.at()).isEqualTo(saved.editedAt());
                });
        assertThatExceptionOfType(SomebodyWasFirst.class)
                .isThrownBy(() -> as(LEAD, () -> programmes.publish(key, 1, draft.revision())));
        assertThat(programmes.get(key, 1).noticeDays()).isEqualTo(6);
    }

    @Test
    void revisingTwiceGivesTheSameDraftAndItCanBeThrownAway() {
        var draft = draft();
        as(LEAD, () -> programmes.publish(key, 1, draft.revision()));

        var one = as(LEAD, () -> programmes.revise(key));
        var other = as(OTHER_LEAD, () -> programmes.revise(key));
        assertThat(other).isEqualTo(one);

        as(LEAD, () -> {
            programmes.discard(key, 2, one.revision());
            return null;
        });
        assertThat(as(LEAD, () -> programmes.draft(key))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"jl-iit.handler", "jl-edu.leader", "zj-edu.handler", "school-4122012902", "auditor"})
    void onlyHandlersOfALeadDepartmentEdit(String stranger) {
        var draft = draft();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as(stranger, () -> programmes.revise("jl-223")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as(stranger, () -> programmes.create(plan().put("key", key + "x"))));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> as(stranger, () -> programmes.version(key, 1)));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> as(stranger, () -> programmes.publish(key, 1, draft.revision())));
        assertThat(as(stranger, () -> programmes.versions(key))).isEmpty();
        assertThat(as("admin", () -> programmes.versions(key))).hasSize(1);
    }

    @Test
    void aDraftMayBeIncompleteButIsNotPublishedSo() {
        var unfinished = plan().put("key", key).put("name", "");
        unfinished.putArray("tracks");
        var draft = as(LEAD, () -> programmes.create(unfinished));

        assertThat(programmes.problems(draft.programme()))
                .extracting(error -> error.field())
                .contains("name", "tracks");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> as(LEAD, () -> programmes.publish(key, 1, draft.revision())))
                .satisfies(no -> assertThat(no.fields()).isNotEmpty());
        assertThat(programmes.published(key)).isEmpty();
    }

    @Test
    void aKeyIsTakenOnceAndIsNoWordOfAnAddress() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> as(LEAD, () -> programmes.create(plan())))
                .satisfies(no -> assertThat(no.fields())
                        .extracting(error -> error.message().key())
                        .containsExactly("selection.programme.check.key-taken"));
        for (var word : List.of("rounds", "new", "A", "a", "x y", "")) {
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> as(LEAD, () -> programmes.create(plan().put("key", word))))
                    .satisfies(no -> assertThat(no.fields())
                            .extracting(error -> error.field())
                            .containsExactly("key"));
        }
    }

    @ParameterizedTest
    @DisplayName("D8 D6 D10: each fault of a programme is said at its place")
    @CsvSource(delimiter = '|', textBlock = """
            /tracks/0/criteria/0/weight          | 41            | tracks[0].criteria          | weights
            /tracks/0/criteria/0/weight          | 0             | tracks[0].criteria[0].weight| between
            /tracks/0/criteria/1/key             | 'Will'        | tracks[0].criteria[1].key   | key
            /tracks/0/criteria/1/key             | 'representativeness' | tracks[0].criteria[1].key | key-twice
            /tracks/0/criteria/1/guidance        | ''            | tracks[0].criteria[1].guidance | missing
            /tracks/0/criteria/1/max             | 0             | tracks[0].criteria[1].max   | between
            /tracks/0/panelSize                  | 4             | tracks[0].panelSize         | between
            /tracks/0/panelSize                  | 6             | tracks[0].panelSize         | odd
            /tracks/0/quota/places               | 0             | tracks[0].quota.places      | between
            /tracks/0/quota/kind                 | 'OPEN'        | tracks[0].quota.places      | open-has-no-number
            /tracks/0/eligibility                | 'nothing'     | tracks[0].eligibility       | unknown-table
            /tracks/0/form                       | 'nothing'     | tracks[0].form              | unknown-form
            /tracks/1/key                        | 'region'      | tracks[1].key               | key-twice
            /noticeDays                          | 0             | noticeDays                  | between
            /validityYears                       | 0             | validityYears               | between
            /scoring/spreadAlarm                 | 0             | scoring.spreadAlarm         | between
            /scoring/ties/0/criterion            | 'nothing'     | scoring.ties[0].criterion   | unknown-criterion
            /scoring/ties/1/kind                 | 'JOINT_MEETING' | scoring.ties              | tie-twice
            /scoring/ties/2/kind                 | 'EARLIER_RECEIPT' | scoring.ties            | last-tie
            /clauses/0                           | 'JL-2018-48 (九十九)' | clauses             | unknown-clause
            /leads/0                             | 'fishing'     | leads                       | nobody-responsible
            /leads/0                             | 'industry'    | participants                | leads-already
            /participants/0                      | 'state-assets'| participants                | function-twice
            /targets/0                           | 'R-XX-01'     | targets                     | unknown-rule
            /partners/places                     | 0             | partners.places             | between
            /name                                | '  '          | name                        | missing
            /province                            | 'XX'          | province                    | province
            """)
    void everyFaultIsSaidAtItsPlace(String path, String value, String field, String reason) {
        var plan = plan();
        var at = path.lastIndexOf('/');
        var parent = plan.at(path.substring(0, at));
        var number = value.matches("\\d+");
        var node = number ? mapper.valueToTree(Integer.valueOf(value)) : mapper.valueToTree(value);
        if (parent instanceof ObjectNode object) {
            object.set(path.substring(at + 1), node);
        } else {
            ((tools.jackson.databind.node.ArrayNode) parent).set(Integer.parseInt(path.substring(at + 1)), node);
        }

        assertThat(programmes.problems(mapper.treeToValue(plan, Programme.class)))
                .extracting(
                        error -> error.field() + " " + error.message().key().replace("selection.programme.check.", ""))
                .contains(field + " " + reason);
    }

    @Test
    void theReadyOnesHaveNoFault() {
        assertThat(programmes.published())
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy(programme -> assertThat(programmes.problems(programme))
                        .as(programme.key())
                        .isEmpty());
    }

    @Test
    void listsFindByNameKeyProvinceAndConvener() {
        assertThat(find(new ProgrammeFilter("ZJ", false, ""))).hasSize(5).allMatch(found -> found.startsWith("zj-"));
        assertThat(find(new ProgrammeFilter(null, false, "“223”"))).containsExactly("jl-223");
        assertThat(find(new ProgrammeFilter(null, false, "jl-223"))).containsExactly("jl-223");
        assertThat(find(new ProgrammeFilter(null, false, "%"))).isEmpty();
        assertThat(as(LEAD, () -> find(new ProgrammeFilter(null, true, ""))))
                .containsExactly("jl-223", "jl-factory-pilot", "jl-national-pilot");
        assertThat(as(OTHER_LEAD, () -> find(new ProgrammeFilter(null, true, ""))))
                .isEmpty();
    }

    private List<String> find(ProgrammeFilter filter) {
        return programmes.find(filter, 0, 50).items().stream()
                .map(Programme::key)
                .filter(found -> !found.startsWith("test-"))
                .toList();
    }

    @ParameterizedTest
    @DisplayName("R-ZJ-27 a demonstration alliance has schools, enterprises and institutes, its chair unit among them")
    @CsvSource({
        "SCHOOL, 'ENTERPRISE INSTITUTE', ''",
        "SCHOOL, 'SCHOOL INSTITUTE', no-enterprise",
        "SCHOOL, 'ENTERPRISE', no-institute",
        "ENTERPRISE, 'INSTITUTE', no-school",
        "INSTITUTE, 'SCHOOL ENTERPRISE', ''"
    })
    void anAllianceHasThreeKindsOfMembers(String chair, String members, String missing) {
        var track = programmes
                .published("zj-demonstration-alliance")
                .orElseThrow()
                .track("alliance")
                .orElseThrow();
        var named = java.util.stream.Stream.of(members.split(" "))
                .<Map<String, Object>>map(kind -> Map.of("name", "某单位", "kind", kind))
                .toList();
        var known = java.util.stream.Stream.of(members.split(" "))
                .<Map<String, Object>>map(kind -> Map.of("organization", one(kind)))
                .toList();

        for (var partners : List.of(named, known)) {
            assertThat(requirements
                            .missing(track, one(chair), new Answers(Map.of("partners", partners)))
                            .map(message -> message.key().replace("selection.requirement.", ""))
                            .orElse(""))
                    .isEqualTo(missing);
        }
    }

    @Test
    void otherFormsAskForNoKinds() {
        var track = programmes.published("jl-223").orElseThrow().track("school").orElseThrow();

        assertThat(requirements.missing(track, one("SCHOOL"), new Answers(Map.of())))
                .isEmpty();
    }

    private String one(String kind) {
        return organizations
                .find(OrganizationFilter.parse(kind, null, "ZJ", null, null), 0, 1)
                .items()
                .getFirst()
                .code();
    }
}
