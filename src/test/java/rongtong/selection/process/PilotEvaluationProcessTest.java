package rongtong.selection.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rongtong.organization.Organizations;
import rongtong.selection.Routing;
import rongtong.selection.programme.RegisterKind;
import rongtong.selection.register.CheckPlan;
import rongtong.selection.register.Checks;
import rongtong.selection.register.Conclusion;
import rongtong.selection.register.Evaluation;
import rongtong.selection.register.EvaluationKind;
import rongtong.selection.register.Evaluations;
import rongtong.selection.register.Grade;
import rongtong.selection.register.Recognition;
import rongtong.selection.register.RecognitionStatus;
import rongtong.selection.register.Recognitions;
import rongtong.shared.Texts;
import rongtong.workflow.Timeline;

/** Walks every path of {@code pilot-evaluation.bpmn} while the time goes by; records are replaced, steps are the real ones. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = {"bpmn/selection/pilot-evaluation.bpmn", "bpmn/workflow/decision-document.bpmn"})
class PilotEvaluationProcessTest {

    static final UUID CASE = UUID.fromString("5f0c2d6e-0000-0000-0000-000000000008");
    static final UUID RECOGNITION = UUID.fromString("5f0c2d6e-0000-0000-0000-000000000009");
    static final String PILOT = "school-1";
    static final String ORGAN = "JL-EDU";
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    static final CheckPlan MIDTERM = new CheckPlan(EvaluationKind.MIDTERM, LocalDate.of(2027, 7, 2));
    static final CheckPlan FINAL = new CheckPlan(EvaluationKind.FINAL, LocalDate.of(2028, 11, 1));

    final Recognitions recognitions = mock();
    final Evaluations evaluations = mock();
    final Checks checks = mock();
    final Organizations organizations = mock();
    final Timeline timeline = mock();
    final Texts texts = mock();
    final OfficialDocuments documents = mock();

    @BeforeEach
    void connectBeans() {
        atTime("2026-01-01T10:00");
        when(texts.in(any(), any())).thenAnswer(call -> call.getArgument(1).toString());
        when(organizations.name(PILOT)).thenReturn("长春职业技术大学");
        when(recognitions.get(RECOGNITION)).thenReturn(recognition());
        when(documents.issueSigned(any())).thenReturn("吉教撤〔2027〕1号");
        Mocks.register(
                "evaluationSteps",
                new EvaluationSteps(
                        recognitions,
                        evaluations,
                        checks,
                        organizations,
                        timeline,
                        texts,
                        Clock.fixed(Instant.EPOCH, CHINA)));
        Mocks.register("officialDocuments", documents);
        Routing.connect(new Deadlines());
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
        ClockUtil.reset();
    }

    @Test
    @DisplayName("R-ZJ-38 checked at half of the validity and before its end, then completed")
    void keptTwiceAndCompleted() {
        planned(MIDTERM);
        var pilot = recognised();
        assertThat(pilot).isWaitingAt("awaited");
        Assertions.assertThat(atTime("2027-07-02T08:59")).isEmpty();
        Assertions.assertThat(atTime("2027-07-02T09:00")).containsExactly("checkDue");
        complete("writeReport", PILOT, Map.of());
        planned(FINAL);
        complete("evaluatePilot", ORGAN, Map.of("conclusion", "KEEP"));
        assertThat(pilot).isWaitingAt("awaited").hasNotPassed("completeRecognition");

        Assertions.assertThat(atTime("2028-11-01T09:00")).containsExactly("checkDue");
        complete("writeReport", PILOT, Map.of());
        complete("evaluatePilot", ORGAN, Map.of("conclusion", "KEEP"));

        verify(recognitions).complete(RECOGNITION);
        verify(recognitions, never()).withdraw(any(), any());
        verifyNoInteractions(timeline, documents);
        assertThat(pilot)
                .hasPassedInOrder("completeRecognition", "pilotCompleted")
                .isEnded();
        nothingIsLeft();
    }

    @Test
    void putRightAndEvaluatedAgain() {
        var pilot = checked();
        complete("writeReport", PILOT, Map.of());
        complete("evaluatePilot", ORGAN, Map.of("conclusion", "RECTIFY"));
        assertThat(open("rectifyPilot")).hasDueDate(Deadlines.within(60));
        complete("rectifyPilot", PILOT, Map.of());
        complete("evaluatePilot", ORGAN, Map.of("conclusion", "RECTIFY"));
        complete("rectifyPilot", PILOT, Map.of());
        planned(FINAL);
        complete("evaluatePilot", ORGAN, Map.of("conclusion", "KEEP"));

        assertThat(pilot).isWaitingAt("awaited").hasNotPassed("rectificationOver");
    }

    @Test
    void theTimeToPutRightRunsOut() {
        var pilot = checked();
        complete("writeReport", PILOT, Map.of());
        complete("evaluatePilot", ORGAN, Map.of("conclusion", "RECTIFY"));
        Assertions.assertThat(runDue(60)).containsExactly("rectificationOver");

        assertThat(pilot).hasPassed("rectificationOver");
        planned(FINAL);
        complete("evaluatePilot", ORGAN, Map.of("conclusion", "KEEP"));
        assertThat(pilot).isWaitingAt("awaited");
    }

    @Test
    @DisplayName("D5 withdrawn by a signed document with its number in the register; the leader may return the draft")
    void withdrawn() {
        when(evaluations.of(RECOGNITION)).thenReturn(List.of(failed()));
        var pilot = checked();
        complete("writeReport", PILOT, Map.of());
        complete("evaluatePilot", ORGAN, Map.of("conclusion", "WITHDRAW"));
        verify(recognitions, never()).withdraw(any(), any());
        complete("draftDocument", ORGAN, Map.of());
        complete("signDocument", ORGAN + ":LEADER", Map.of("documentDecision", "RETURN"));
        complete("draftDocument", ORGAN, Map.of());
        verify(recognitions, never()).withdraw(any(), any());
        complete("signDocument", ORGAN + ":LEADER", Map.of("documentDecision", "SIGN"));

        verify(recognitions).withdraw(eq(RECOGNITION), contains("吉教撤〔2027〕1号, 资产已经处置"));
        verify(recognitions, never()).complete(any());
        assertThat(pilot)
                .hasPassedInOrder("issueWithdrawal", "withdrawRecognition", "recognitionWithdrawn")
                .isEnded();
        nothingIsLeft();
    }

    @Test
    void thePilotIsRemindedAndEvaluatedWithoutItsReport() {
        var pilot = checked();
        Assertions.assertThat(runDue(15)).containsExactly("reportReminder");
        verify(timeline).note(CASE, "reminded", PILOT, null);
        assertThat(pilot).hasPassed("remindPilot", "reminded").isWaitingAt("writeReport");
        Assertions.assertThat(runDue(30)).containsExactly("reportMissing");
        planned(FINAL);
        complete("evaluatePilot", ORGAN, Map.of("conclusion", "KEEP"));
        assertThat(pilot).hasPassed("reportMissing").isWaitingAt("awaited");
    }

    @Test
    @DisplayName(
            "R-LN-20 a third party's evaluation is ordered between the checks; the planned one comes after it all the same")
    void orderedBetweenTheChecks() {
        planned(MIDTERM);
        var pilot = recognised();
        when(checks.open(RECOGNITION)).thenReturn(EvaluationKind.THIRD_PARTY);
        runtimeService()
                .createMessageCorrelation("evaluationOrdered")
                .processInstanceBusinessKey(CASE.toString())
                .correlate();
        assertThat(pilot)
                .hasPassed("evaluationOrdered")
                .hasNotPassed("checkDue")
                .variables()
                .containsEntry("check", "THIRD_PARTY");
        complete("writeReport", PILOT, Map.of());
        planned(MIDTERM);
        complete("evaluatePilot", ORGAN, Map.of("conclusion", "KEEP"));

        Assertions.assertThat(atTime("2027-07-02T09:00")).containsExactly("checkDue");
        assertThat(pilot).isWaitingAt("writeReport").variables().containsEntry("check", "MIDTERM");
    }

    private void planned(CheckPlan plan) {
        when(checks.next(RECOGNITION)).thenReturn(plan);
        when(checks.open(RECOGNITION)).thenReturn(plan.kind());
    }

    private static ProcessInstance recognised() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "pilot-evaluation",
                        CASE.toString(),
                        Map.of(
                                "caseId",
                                CASE.toString(),
                                "jurisdiction",
                                "JL",
                                "initiator",
                                PILOT,
                                "applicant",
                                PILOT,
                                "organ",
                                ORGAN,
                                "recognition",
                                RECOGNITION.toString()));
    }

    /** The pilot has been asked for its report at midterm. */
    private ProcessInstance checked() {
        planned(MIDTERM);
        var pilot = recognised();
        atTime("2027-07-02T09:00");
        assertThat(pilot).isWaitingAt("writeReport");
        assertThat(open("writeReport")).hasDueDate(Deadlines.within(20));
        return pilot;
    }

    private static Recognition recognition() {
        return new Recognition(
                RECOGNITION,
                "吉试点〔2026〕1号",
                CASE,
                CASE,
                "jl-223",
                RegisterKind.PILOT,
                "school",
                "JL",
                ORGAN,
                PILOT,
                "智能制造产教融合建设试点",
                RecognitionStatus.ACTIVE,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2028, 12, 31),
                null,
                "",
                "");
    }

    private static Evaluation failed() {
        return new Evaluation(
                UUID.randomUUID(),
                RECOGNITION,
                1,
                EvaluationKind.MIDTERM,
                1,
                false,
                "吉林省教育厅",
                Grade.FAIL,
                Conclusion.WITHDRAW,
                "任务没有开展",
                "资产已经处置",
                "jl-edu.handler",
                Instant.EPOCH);
    }

    private static Task open(String step) {
        var tasks = taskService().createTaskQuery().list();
        Assertions.assertThat(tasks).extracting(Task::getTaskDefinitionKey).containsExactly(step);
        return tasks.getFirst();
    }

    private static void complete(String step, String group, Map<String, Object> answers) {
        var task = open(step);
        assertThat(task).hasCandidateGroup(group);
        taskService().complete(task.getId(), answers);
    }

    private static void nothingIsLeft() {
        Assertions.assertThat(taskService().createTaskQuery().count()).isZero();
        Assertions.assertThat(managementService().createJobQuery().count()).isZero();
        Assertions.assertThat(runtimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    /** Moves the clock and fires what has come due by then. @return ids of the events */
    private static List<String> atTime(String china) {
        ClockUtil.setCurrentTime(
                Date.from(LocalDateTime.parse(china).atZone(CHINA).toInstant()));
        return fire();
    }

    /** As if this many days of the settings were over. */
    private static List<String> runDue(int days) {
        ClockUtil.setCurrentTime(Deadlines.within(days));
        return fire();
    }

    private static List<String> fire() {
        var due = managementService().createJobQuery().executable().list();
        due.stream().map(Job::getId).forEach(managementService()::executeJob);
        return due.stream()
                .map(job -> managementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId())
                .toList();
    }

    /** Stands for the deadlines: far enough that no timer of the plan comes between. */
    public static class Deadlines {

        private static final Map<String, Integer> DAYS = Map.of(
                "pilot.report-days", 20,
                "pilot.report-reminder-days", 15,
                "pilot.report-missing-days", 30,
                "pilot.evaluation-days", 21,
                "pilot.rectification-days", 60,
                "document.draft-days", 5,
                "document.sign-days", 3);

        public Date within(String setting) {
            return within(DAYS.get(setting));
        }

        static Date within(int days) {
            return new Date(4_000_000_000_000L + days * 86_400_000L);
        }
    }

    /** Stands for the documents. */
    public interface OfficialDocuments {

        String issueSigned(DelegateExecution execution);
    }
}
