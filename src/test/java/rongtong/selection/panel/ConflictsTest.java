package rongtong.selection.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rongtong.selection.panel.Conflict.Reason;

/** Default D8: recusal is recorded, and whoever is tied to an application does not judge it. */
class ConflictsTest {

    private static final UUID APPLICATION = new UUID(0, 1);
    private static final Candidacy SCHOOL =
            new Candidacy(APPLICATION, "school", Set.of("partner-1", "partner-2"), Set.of("city"), Set.of("robotics"));
    private static final Map<String, Set<String>> ABOVE =
            Map.of("school", Set.of("province", "health"), "branch", Set.of("school", "province"));

    private final Conflicts conflicts = new Conflicts(
            code -> ABOVE.getOrDefault(code, Set.of()),
            List.of(
                    new Relation("kin", "partner-2", "配偶任职"),
                    new Relation("kin", "elsewhere", "曾任职"),
                    new Relation("consultant", "city", "顾问")),
            List.of(new Recusal("shy", APPLICATION, "曾指导该项目")));

    @Test
    void nobodyJudgesTheirOwnOrganisation() {
        assertThat(reasons("anybody", "school")).containsExactly(Reason.SAME_ORGANIZATION);
    }

    @Test
    void nobodyJudgesWhatTheirOrganisationSupervisesOrFounded() {
        assertThat(reasons("anybody", "province")).containsExactly(Reason.SUPERIOR_ORGANIZATION);
        assertThat(reasons("anybody", "health")).containsExactly(Reason.SUPERIOR_ORGANIZATION);
    }

    @Test
    void nobodyJudgesWhoStandsAboveThem() {
        assertThat(reasons("anybody", "branch")).containsExactly(Reason.SUPERIOR_ORGANIZATION);
    }

    @Test
    void partnersAndRecommendersDoNotJudge() {
        assertThat(reasons("anybody", "partner-1")).containsExactly(Reason.PARTNER);
        assertThat(reasons("anybody", "city")).containsExactly(Reason.RECOMMENDER);
    }

    @Test
    void aDeclaredRelationCountsWithApplicantPartnersAndRecommenders() {
        assertThat(conflicts.of(expert("kin", "other"), SCHOOL))
                .containsExactly(new Conflict(Reason.DECLARED, "partner-2", "配偶任职"));
        assertThat(reasons("consultant", "other")).containsExactly(Reason.DECLARED);
    }

    @Test
    void whoRecusedDoesNotJudgeThisOneButOthers() {
        assertThat(reasons("shy", "other")).containsExactly(Reason.RECUSED);
        var another = new Candidacy(new UUID(0, 2), "school", Set.of(), Set.of(), Set.of());
        assertThat(conflicts.any(expert("shy", "other"), another)).isFalse();
    }

    @Test
    void allReasonsAreNamed() {
        assertThat(reasons("kin", "partner-1")).containsExactly(Reason.PARTNER, Reason.DECLARED);
    }

    @Test
    void aStrangerIsFree() {
        assertThat(conflicts.of(expert("stranger", "other"), SCHOOL)).isEmpty();
    }

    private List<Reason> reasons(String expert, String organization) {
        return conflicts.of(expert(expert, organization), SCHOOL).stream()
                .map(Conflict::reason)
                .toList();
    }

    private static Reviewer expert(String name, String organization) {
        return new Reviewer(name, organization, Set.of(), 10, 0);
    }
}
