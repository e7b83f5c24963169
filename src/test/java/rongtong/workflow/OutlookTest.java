package rongtong.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.RongtongTest;

/** What comes next, by the diagrams of a case and where its tokens are. */
@RongtongTest
class OutlookTest {

    @Autowired
    Outlook outlook;

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aDecisionThatMayEndItsStageNamesTheNextStageAndNotTheWayBack() {
        var diagrams = List.of(at("pilot-selection", "decideList"), at("selection-decision", "decideJointly"));
        assertThat(next(Locale.SIMPLIFIED_CHINESE, diagrams)).containsExactly("公示");
        assertThat(next(Locale.ENGLISH, diagrams)).containsExactly("Public notice");
    }

    @Test
    void aStepThatCannotEndItsStageNamesWhatFollowsInIt() {
        assertThat(next(
                        Locale.SIMPLIFIED_CHINESE,
                        List.of(at("pilot-selection", "decideList"), at("selection-decision", "proposeList"))))
                .containsExactly("部门会签");
    }

    @Test
    void theLastStepOfAPartOfAPartLooksUpToTheFirstThatGoesOn() {
        assertThat(next(
                        Locale.SIMPLIFIED_CHINESE,
                        List.of(
                                at("pilot-selection", "decideList"),
                                at("selection-decision", "hearOnList"),
                                at("countersign", "giveOpinion"))))
                .as("not the stage after the list, which is still to be decided")
                .containsExactly("联合审定");
    }

    @Test
    void aStageWithoutAnOpenStepNamesWhatFollowsIt() {
        assertThat(next(
                        Locale.SIMPLIFIED_CHINESE,
                        List.of(at("pilot-selection", "judgeApplications"), at("selection-review", "awaitScores"))))
                .containsExactly("建议名单与联合审定");
    }

    @Test
    void whatIsConfirmedGoesOnAndDoesNotNameItsAuthorAgain() {
        assertThat(next(Locale.SIMPLIFIED_CHINESE, List.of(at("ledger-round", "writeSupplyLedger"))))
                .containsExactly("确认供给台账");
        assertThat(next(Locale.SIMPLIFIED_CHINESE, List.of(at("ledger-round", "confirmSupplyLedger"))))
                .containsExactly("起草对接方案");
        assertThat(next(
                        Locale.SIMPLIFIED_CHINESE,
                        List.of(at("alliance-founding", "reviewMeeting"), at("review-meeting", "confirmDecision"))))
                .containsExactly("遴选联盟成员");
    }

    private List<String> next(Locale locale, List<DiagramView> diagrams) {
        LocaleContextHolder.setLocale(locale);
        return outlook.next(diagrams);
    }

    private static DiagramView at(String process, String activity) {
        return new DiagramView(process, process, "", List.of(activity), List.of(), List.of());
    }
}
