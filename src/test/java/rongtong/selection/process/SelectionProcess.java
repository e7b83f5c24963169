package rongtong.selection.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.model.bpmn.Bpmn;
import rongtong.selection.Routing;

/** A round without the application: what its processes call is replaced and noted. */
class SelectionProcess {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000223";
    static final String CONVENER = "JL-EDU";
    static final String LEADER = "JL-EDU:LEADER";
    static final List<String> OTHERS = List.of("JL-HRSS", "JL-DRC", "JL-IIT", "JL-SASAC");

    private static final String NOTICE = "notice in place of the general part";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Calls of the service tasks, in order. */
    final List<String> called = new ArrayList<>();

    /** Who is asked for an opinion. */
    List<String> asked = OTHERS;

    String closesAt = "2026-12-31T17:00:00";
    boolean inTime = true;
    boolean alarms;
    boolean toShow = true;

    void connectBeans() {
        Mocks.register("roundSteps", new Steps());
        Mocks.register("countersignSteps", new Countersigns());
        Mocks.register("officialDocuments", new Documents());
        Routing.connect();
        at("2026-12-01T09:00:00");
    }

    static void forgetBeans() {
        Mocks.reset();
        ClockUtil.reset();
    }

    static ProcessInstance start(String process) {
        return runtimeService()
                .startProcessInstanceByKey(
                        process,
                        CASE,
                        Map.of("caseId", CASE, "jurisdiction", "JL", "initiator", "JL-EDU", "convener", "JL-EDU"));
    }

    /** The steps that are open. */
    static List<String> open() {
        return taskService().createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    static void complete(String step, String group, Map<String, Object> answers) {
        var task = taskService()
                .createTaskQuery()
                .taskDefinitionKey(step)
                .listPage(0, 1)
                .getFirst();
        assertThat(task).hasCandidateGroup(group);
        taskService().complete(task.getId(), answers);
    }

    /** Every department that is asked answers. */
    void countersign() {
        asked.forEach(unit -> taskService()
                .createTaskQuery()
                .taskDefinitionKey("giveOpinion")
                .taskCandidateGroup(unit)
                .list()
                .forEach(task -> taskService().complete(task.getId())));
    }

    void sign() {
        complete("draftDocument", CONVENER, Map.of());
        complete("signDocument", LEADER, Map.of("documentDecision", "SIGN"));
    }

    /** The last sheet is in. */
    static void scored() {
        runtimeService()
                .createMessageCorrelation("scoresComplete")
                .processInstanceBusinessKey(CASE)
                .correlate();
    }

    /** A notice as a single step in place of the general part. */
    static void deployNotice() {
        repositoryService()
                .createDeployment()
                .name(NOTICE)
                .addModelInstance(
                        "public-notice.bpmn",
                        Bpmn.createExecutableProcess("public-notice")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("noticeRuns")
                                .endEvent()
                                .done())
                .deploy();
    }

    static void removeNotice() {
        repositoryService()
                .createDeploymentQuery()
                .deploymentName(NOTICE)
                .list()
                .forEach(deployment -> repositoryService().deleteDeployment(deployment.getId(), true));
    }

    /** The period of the notice is over. */
    static void noticeOver(boolean upheld, boolean withdrawn) {
        var task =
                taskService().createTaskQuery().taskDefinitionKey("noticeRuns").singleResult();
        taskService().complete(task.getId(), Map.of("objectionsUpheld", upheld, "noticeWithdrawn", withdrawn));
    }

    static void at(String china) {
        ClockUtil.setCurrentTime(date(china));
    }

    /** Moves the clock and does what has come due by then. @return ids of the elements whose jobs were done */
    static List<String> due(String china) {
        at(china);
        var done = new ArrayList<String>();
        for (var jobs = executable(); !jobs.isEmpty(); jobs = executable()) {
            for (var job : jobs) {
                done.add(managementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId());
                managementService().executeJob(job.getId());
            }
        }
        return done;
    }

    private static List<Job> executable() {
        return managementService()
                .createJobQuery()
                .executable()
                .orderByJobDuedate()
                .asc()
                .list();
    }

    static void nothingIsLeft() {
        Assertions.assertThat(open()).isEmpty();
        Assertions.assertThat(managementService().createJobQuery().count()).isZero();
        Assertions.assertThat(runtimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    static Date date(String china) {
        return Date.from(LocalDateTime.parse(china).atZone(CHINA).toInstant());
    }

    /** Stands for the steps of a round. */
    public class Steps {

        public void askOpinionsOnCall(String caseId) {
            called.add("askOpinionsOnCall");
        }

        public boolean inTime(String caseId) {
            return inTime;
        }

        public String addressee(String caseId) {
            return "各有关单位";
        }

        public String title(String caseId) {
            return "2026年遴选";
        }

        public void publishCall(String caseId, String number) {
            called.add("publishCall " + number);
        }

        public Date closesAt(String caseId) {
            return date(closesAt);
        }

        public Date reminderAt(String caseId) {
            return new Date(date(closesAt).getTime() - 3L * 24 * 3600 * 1000);
        }

        public Date graceEndsAt(String caseId) {
            return new Date(date(closesAt).getTime() + 60_000);
        }

        public void tellExtension(String caseId) {
            called.add("tellExtension");
        }

        public void remindWriters(String caseId) {
            called.add("remindWriters");
        }

        public void closeWindow(String caseId) {
            called.add("closeWindow");
        }

        public void lapseWriting(String caseId) {
            called.add("lapseWriting");
        }

        public void beginReviews(String caseId) {
            called.add("beginReviews");
        }

        public boolean computeRanking(String caseId) {
            called.add("computeRanking");
            return alarms;
        }

        public void openProposals(String caseId) {
            called.add("openProposals");
        }

        public void askOpinionsOnList(String caseId) {
            called.add("askOpinionsOnList");
        }

        public boolean hasToShow(String caseId) {
            return toShow;
        }

        public String draftNotice(String caseId) {
            called.add("draftNotice");
            return "notice-" + called.stream().filter("draftNotice"::equals).count();
        }

        public void publishResult(String caseId, String number) {
            called.add("publishResult " + number);
        }

        public void endWithoutEntries(String caseId) {
            called.add("endWithoutEntries");
        }

        public void cancelRound(String caseId) {
            called.add("cancelRound");
        }
    }

    /** Stands for the countersign. */
    public class Countersigns {

        public List<String> units(String caseId, String subject) {
            return asked;
        }

        public void recordSilence(String caseId, String subject) {
            called.add("recordSilence " + subject);
        }
    }

    /** Stands for the documents. */
    public static class Documents {

        public String issueSigned(DelegateExecution execution) {
            return execution.getVariable("documentKind") + "〔2026〕1号";
        }
    }
}
