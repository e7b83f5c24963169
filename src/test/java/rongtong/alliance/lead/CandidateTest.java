package rongtong.alliance.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may lead an alliance. */
class CandidateTest {

    @ParameterizedTest(name = "R-LNA-20 leader {0}, strength {1}, top level {2}, able {3}: qualifies {4}")
    @CsvSource({
        "true, true, true, true, true",
        "true, false, true, true, true",
        "false, true, true, true, true",
        "false, false, true, true, false",
        "true, true, false, true, false",
        "true, true, true, false, false",
        "false, false, false, false, false"
    })
    void leaderOrStrongAndAtTheTopAndAble(
            boolean leader, boolean strong, boolean top, boolean able, boolean qualifies) {
        var candidate = judged(List.of(leader, strong, top, able));

        assertThat(candidate.qualifies()).isEqualTo(qualifies);
    }

    @Test
    @DisplayName("R-LNA-20 the majority of the departments decides each criterion, half is not enough")
    void theMajorityDecidesEachCriterion() {
        var all = List.of(true, true, true, true);
        var none = List.of(false, false, false, false);

        assertThat(judged(all, all, none).qualifies()).isTrue();
        assertThat(judged(all, none, none).qualifies()).isFalse();
        assertThat(judged(all, none).qualifies()).isFalse();
    }

    @Test
    @DisplayName("R-LNA-20 nobody qualifies unjudged")
    void nobodyQualifiesUnjudged() {
        assertThat(judged().qualifies()).isFalse();
    }

    @Test
    @DisplayName("R-LNA-20 each judgement needs evidence")
    void eachJudgementNeedsEvidence() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Judgement("LN-EDU", Criterion.TOP_LEVEL, true, " "));
    }

    /** @param met by department, in the order of the criteria */
    @SafeVarargs
    private static Candidate judged(List<Boolean>... met) {
        var judgements = new ArrayList<Judgement>();
        for (int department = 0; department < met.length; department++) {
            for (var criterion : Criterion.values()) {
                judgements.add(new Judgement(
                        "department-" + department, criterion, met[department].get(criterion.ordinal()), "国家重点实验室"));
            }
        }
        return new Candidate(UUID.randomUUID(), "school-1", "理由", "LN-IIT", judgements);
    }
}
