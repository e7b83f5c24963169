package rongtong.ledger.process;

import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks every path of {@code ledger-round.bpmn} with the service tasks replaced. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = "bpmn/ledger/ledger-round.bpmn")
class LedgerRoundProcessTest {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000001";

    final List<String> calls = new ArrayList<>();

    @BeforeEach
    void connectBeans() {
        Mocks.register("ledgerSteps", new Steps());
        Mocks.register("desk", new Desk());
        Mocks.register("deadlines", new Deadlines());
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
    }

    @Test
    @DisplayName("R-LNA-02 the round is frozen only after four confirmed ledgers and a matching plan")
    void freezesTheRoundAfterFourConfirmedLedgersAndAMatchingPlan() {
        var round = start();

        for (var ledger : List.of("Agriculture", "Industry", "Supply")) {
            complete(task("write%sLedger".formatted(ledger), round));
            confirm(round, ledger, "AGREE");
        }
        assertThat(round).hasNotPassed("draftMatchingPlan", "freezeRound");
        complete(task("writeServiceEntries", round));
        complete(task("writeServicesLedger", round));
        confirm(round, "Services", "AGREE");
        assertThat(round).isWaitingAtExactly("draftMatchingPlan");
        Assertions.assertThat(calls).containsExactly("openRound " + CASE + " LN LN-IIT");
        complete(task("draftMatchingPlan", round));

        assertThat(round)
                .hasPassedInOrder("openRound", "draftMatchingPlan", "freezeRound", "ledgersFrozen")
                .isEnded();
        Assertions.assertThat(calls).containsExactly("openRound " + CASE + " LN LN-IIT", "freezeRound " + CASE);
    }

    @Test
    void writesTheFourLedgersAtTheSameTime() {
        var round = start();

        assertThat(round)
                .isWaitingAtExactly(
                        "writeAgricultureLedger", "writeIndustryLedger", "writeServiceEntries", "writeSupplyLedger");
    }

    @ParameterizedTest(name = "{0}: {1} writes {2}, {3} confirms")
    @CsvSource({
        "R-LNA-06, agriculture,        Agriculture, human-resources",
        "R-LNA-07, industry,           Industry,    human-resources",
        "R-LNA-08, development-reform, Services,    human-resources",
        "R-LNA-09, education,          Supply,      science"
    })
    void eachLedgerIsWrittenByItsOwnerAndConfirmedByItsCoOwner(
            String rule, String owner, String ledger, String coOwner) {
        var round = start();
        if (ledger.equals("Services")) {
            complete(task("writeServiceEntries", round));
        }

        assertThat(task("write%sLedger".formatted(ledger), round))
                .hasCandidateGroup("LN " + owner)
                .hasDueDate(Deadlines.DUE);
        complete(task("write%sLedger".formatted(ledger), round));

        assertThat(task("confirm%sLedger".formatted(ledger), round))
                .hasCandidateGroup("LN " + coOwner)
                .hasDueDate(Deadlines.DUE);
    }

    @Test
    @DisplayName("R-LNA-08 the competent departments of the services write, then the leads merge")
    void serviceDepartmentsWriteBeforeTheLeadsMerge() {
        var round = start();

        assertThat(task("writeServiceEntries", round)).hasCandidateGroup("LN services");
        assertThat(round).hasNotPassed("writeServicesLedger");
        complete(task("writeServiceEntries", round));

        assertThat(round).isWaitingAt("writeServicesLedger");
    }

    @ParameterizedTest
    @CsvSource({
        "Agriculture, writeAgricultureLedger",
        "Industry, writeIndustryLedger",
        "Services, writeServiceEntries",
        "Supply, writeSupplyLedger"
    })
    void aReturnedLedgerGoesBackToItsAuthorsAndMayComeAgain(String ledger, String author) {
        var round = start();
        complete(task(author, round));
        if (ledger.equals("Services")) {
            complete(task("writeServicesLedger", round));
        }

        confirm(round, ledger, "RETURN");

        assertThat(round).isWaitingAt(author);
        complete(task(author, round));
        if (ledger.equals("Services")) {
            complete(task("writeServicesLedger", round));
        }
        confirm(round, ledger, "AGREE");
        assertThat(round).isNotWaitingAt(author);
    }

    @Test
    void theDemandDepartmentDraftsTheMatchingPlan() {
        var round = start();
        complete(task("writeServiceEntries", round));
        for (var ledger : List.of("Agriculture", "Industry", "Services", "Supply")) {
            complete(task("write%sLedger".formatted(ledger), round));
            confirm(round, ledger, "AGREE");
        }

        assertThat(task("draftMatchingPlan", round))
                .hasCandidateGroup("unit LN-IIT")
                .hasDueDate(Deadlines.DUE);
    }

    private static ProcessInstance start() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "ledger-round",
                        CASE,
                        withVariables("caseId", CASE, "jurisdiction", "LN", "demandDepartment", "LN-IIT"));
    }

    private static void confirm(ProcessInstance round, String ledger, String decision) {
        var variable = entry(ledger.toLowerCase(Locale.ROOT) + "Decision", decision);
        complete(
                task("confirm%sLedger".formatted(ledger), round),
                withVariables(variable.getKey(), variable.getValue()));
    }

    /** Stands for the service tasks. */
    public class Steps {

        public void openRound(String caseId, String jurisdiction, String demandDepartment) {
            calls.add("openRound %s %s %s".formatted(caseId, jurisdiction, demandDepartment));
        }

        public void freezeRound(String caseId) {
            calls.add("freezeRound " + caseId);
        }
    }

    /** Stands for the routing: groups tell what they were asked for. */
    public static class Desk {

        public String function(String jurisdiction, String function) {
            return jurisdiction + " " + function;
        }

        public String unit(String code) {
            return "unit " + code;
        }
    }

    /** Stands for the calendar. */
    public static class Deadlines {

        static final Date DUE = new Date(1_800_000_000_000L);

        public Date within(String setting) {
            Assertions.assertThat(setting).isEqualTo("ledger.deadline-days");
            return DUE;
        }
    }
}
