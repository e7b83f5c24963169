package rongtong.factory.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.Mocks;
import rongtong.factory.income.Incomes;
import rongtong.factory.income.ValueStatements;
import rongtong.policy.Settings;
import rongtong.workflow.Timeline;
import rongtong.workflow.decision.OfficialDocuments;

/**
 * A case of a return or of a yearly statement without the application: the steps are the real ones, what they write to is
 * replaced, and their clock is that of the engine.
 */
class IncomeProcess {

    static final UUID CASE = UUID.fromString("5f0c2d6e-0000-0000-0000-000000000004");
    static final String SCHOOL = "school-1";
    static final String FINANCE = "JL-220200-FIN";

    /** The due date of every step that has one from the deadlines. */
    static final Date DUE = new Date(4_000_000_000_000L);

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** The due date of a statement that is begun after the day on which it was due. */
    static final Date LATE = date("2028-01-14T18:00");

    final Incomes incomes = mock();
    final ValueStatements statements = mock();
    final OfficialDocuments documents = mock();
    final Timeline timeline = mock();

    void connectBeans() {
        Settings settings = mock();
        when(settings.number("factory.statement-overdue-month")).thenReturn(12);
        rongtong.workflow.Deadlines late = mock();
        when(late.within("factory.statement-days")).thenReturn(LATE);
        Mocks.register(
                "incomeSteps",
                new IncomeSteps(incomes, statements, documents, timeline, settings, late, new EngineClock(CHINA)));
        Mocks.register("desk", new Desk());
        Mocks.register("deadlines", new Deadlines());
    }

    static void forgetBeans() {
        Mocks.reset();
        ClockUtil.reset();
    }

    static ProcessInstance start(String process, Map<String, Object> answers) {
        var variables = new HashMap<String, Object>(answers);
        variables.put("caseId", CASE.toString());
        variables.put("jurisdiction", "JL");
        variables.put("initiator", SCHOOL);
        variables.put("school", SCHOOL);
        variables.put("financeOrgan", FINANCE);
        return runtimeService().startProcessInstanceByKey(process, CASE.toString(), variables);
    }

    /** The one open task of the case and of what it called. */
    static Task open(String step) {
        var tasks = taskService().createTaskQuery().list();
        Assertions.assertThat(tasks).extracting(Task::getTaskDefinitionKey).containsExactly(step);
        return tasks.getFirst();
    }

    static void complete(String step, String group, Map<String, Object> answers) {
        var task = open(step);
        assertThat(task).hasCandidateGroup(group);
        taskService().complete(task.getId(), answers);
    }

    /** What the case page does when the school takes the case back. */
    static void withdraw(ProcessInstance instance) {
        runtimeService()
                .createMessageCorrelation("caseWithdrawn")
                .processInstanceId(instance.getId())
                .correlate();
    }

    /** The running instance of a diagram that the case called. */
    static ProcessInstance called(String process) {
        return runtimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .singleResult();
    }

    static void nothingIsLeft() {
        Assertions.assertThat(taskService().createTaskQuery().count()).isZero();
        Assertions.assertThat(managementService().createJobQuery().count()).isZero();
        Assertions.assertThat(runtimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    /** Moves the clock and fires what has come due by then. */
    static List<String> atTime(String china) {
        ClockUtil.setCurrentTime(date(china));
        var due = managementService().createJobQuery().executable().list();
        due.stream().map(Job::getId).forEach(managementService()::executeJob);
        return due.stream().map(IncomeProcess::event).toList();
    }

    private static String event(Job job) {
        return managementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    static Date date(String china) {
        return Date.from(LocalDateTime.parse(china).atZone(CHINA).toInstant());
    }

    /** The time of the engine. */
    private static class EngineClock extends Clock {

        private final ZoneId zone;

        EngineClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new EngineClock(other);
        }

        @Override
        public Instant instant() {
            return ClockUtil.getCurrentTime().toInstant();
        }
    }

    /** Stands for the desk. */
    public static class Desk {

        public String unit(String organization) {
            return organization;
        }
    }

    /** Stands for the deadlines. */
    public static class Deadlines {

        public Date within(String setting) {
            Assertions.assertThat(setting)
                    .isIn("factory.filing-days", "factory.booking-days", "factory.rectification-days");
            return DUE;
        }
    }
}
