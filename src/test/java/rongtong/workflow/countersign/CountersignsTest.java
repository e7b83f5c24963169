package rongtong.workflow.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rongtong.RongtongTest;

@RongtongTest
class CountersignsTest {

    static final String SUBJECT = "charter-draft";

    final UUID caseId = UUID.randomUUID();

    @Autowired
    Countersigns countersigns;

    @Autowired
    CountersignSteps steps;

    @Test
    void asksTheUnitsInTheOrderInWhichTheyWereNamed() {
        open("LN-STI", "LN-EDU", "LN-IIT");

        assertThat(units()).containsExactly("LN-STI", "LN-EDU", "LN-IIT");
        assertThat(countersigns.opinions(caseId, SUBJECT)).hasSize(3).noneMatch(Opinion::settled);
    }

    @Test
    void theFirstWordOfAUnitStands() {
        open("LN-EDU", "LN-STI");

        state("LN-EDU", Stance.AGREE_WITH_CONDITIONS, "补充名额");
        state("LN-EDU", Stance.AGREE, "");

        assertThat(units()).containsExactly("LN-STI");
        assertThat(countersigns.opinions(caseId, SUBJECT).getFirst()).satisfies(opinion -> {
            assertThat(opinion.stance()).isEqualTo(Stance.AGREE_WITH_CONDITIONS);
            assertThat(opinion.comment()).isEqualTo("补充名额");
            assertThat(opinion.actor()).isEqualTo("ln-edu.handler");
            assertThat(opinion.at()).isNotNull();
        });
    }

    @Test
    void theDeadlineLeavesSilenceForThoseWhoSaidNothing() {
        open("LN-EDU", "LN-STI");
        state("LN-EDU", Stance.DISAGREE, "条件不成熟");

        steps.recordSilence(caseId.toString(), SUBJECT);

        assertThat(countersigns.opinions(caseId, SUBJECT))
                .extracting(Opinion::stance)
                .containsExactly(Stance.DISAGREE, Stance.SILENT);
        assertThat(units()).isEmpty();
    }

    @Test
    void aSecondRoundStartsAnewAndKeepsTheFirst() {
        open("LN-EDU");
        state("LN-EDU", Stance.DISAGREE, "条件不成熟");

        open("LN-EDU");

        assertThat(units()).containsExactly("LN-EDU");
        assertThat(countersigns.round(caseId, SUBJECT))
                .get()
                .extracting(Countersigns.Round::number)
                .isEqualTo(2);
    }

    @Test
    void subjectsOfACaseAreKeptApart() {
        open("LN-EDU");

        countersigns.open(caseId, "review-meeting", "论证会", "", List.of("LN-STI"));

        assertThat(units()).containsExactly("LN-EDU");
        assertThat(countersigns.opinions(caseId, "nothing-asked")).isEmpty();
    }

    private void open(String... units) {
        countersigns.open(caseId, SUBJECT, "章程征求意见", "章程草案第一稿", List.of(units));
    }

    private void state(String unit, Stance stance, String comment) {
        countersigns.state(caseId, SUBJECT, unit, stance, comment, "ln-edu.handler");
    }

    private List<String> units() {
        return steps.units(caseId.toString(), SUBJECT);
    }
}
