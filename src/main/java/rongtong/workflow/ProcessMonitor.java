package rongtong.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import rongtong.identity.Account;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.organization.Organizations;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.Texts;
import rongtong.workflow.InstanceView.IncidentView;
import rongtong.workflow.InstanceView.Job;
import rongtong.workflow.InstanceView.OpenTask;
import rongtong.workflow.InstanceView.Variable;
import rongtong.workflow.engine.ProcessModels;

/**
 * Every case, where it stands and why, for administrators and auditors; administrators also mend. Each call is refused to
 * all others, and each intervention stands on the timeline with its reason.
 */
@Service
public class ProcessMonitor {

    private static final int MOST_CANDIDATES = 50;
    private static final int MOST_INCIDENTS = 200;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final CaseAccess access;
    private final Transactions transactions;
    private final Timeline timeline;
    private final ProcessModels models;
    private final Accounts accounts;
    private final Organizations organizations;
    private final CurrentUser user;
    private final Texts texts;
    private final RuntimeService runtime;
    private final ManagementService management;

    ProcessMonitor(
            JdbcClient jdbc,
            Cases cases,
            CaseAccess access,
            Transactions transactions,
            Timeline timeline,
            ProcessModels models,
            Accounts accounts,
            Organizations organizations,
            CurrentUser user,
            Texts texts,
            RuntimeService runtime,
            ManagementService management) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.access = access;
        this.transactions = transactions;
        this.timeline = timeline;
        this.models = models;
        this.accounts = accounts;
        this.organizations = organizations;
        this.user = user;
        this.texts = texts;
        this.runtime = runtime;
        this.management = management;
    }

    public Page<CaseRow> find(CaseQuery query) {
        requireWatcher();
        return cases.find(query);
    }

    /** @throws NotFound if there is no such case */
    public InstanceView get(UUID caseId) {
        requireWatcher();
        var view = cases.get(caseId);
        var instances = instances(caseId);
        return new InstanceView(
                view,
                tasks(caseId),
                instances.stream()
                        .flatMap(instance -> variables(instance).stream())
                        .toList(),
                instances.stream().flatMap(instance -> jobs(instance).stream()).toList(),
                instances.stream()
                        .flatMap(instance ->
                                runtime.createIncidentQuery().processInstanceId(instance.getId()).list().stream())
                        .filter(ProcessMonitor::isCause)
                        .map(incident -> incident(
                                incident, new CaseNumber(caseId, view.row().number())))
                        .toList());
    }

    /** Incidents of the processes that a case has called show themselves in those that called them, too. */
    private static boolean isCause(Incident incident) {
        return incident.getId().equals(incident.getRootCauseIncidentId());
    }

    /** All incidents, the newest first: those of cases, and those of jobs that belong to none. */
    public List<IncidentView> incidents() {
        requireWatcher();
        var incidents =
                runtime.createIncidentQuery().orderByIncidentTimestamp().desc().listPage(0, MOST_INCIDENTS).stream()
                        .filter(ProcessMonitor::isCause)
                        .toList();
        var cases = casesOf(incidents);
        return incidents.stream()
                .map(incident -> incident(incident, cases.get(incident.getProcessInstanceId())))
                .toList();
    }

    private record CaseNumber(UUID id, String number) {}

    /** By process instance. */
    private Map<String, CaseNumber> casesOf(List<Incident> incidents) {
        var instances = incidents.stream()
                .map(Incident::getProcessInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var found = new HashMap<String, CaseNumber>();
        if (instances.isEmpty()) {
            return found;
        }
        for (var instance : runtime.createProcessInstanceQuery()
                .processInstanceIds(instances)
                .list()) {
            jdbc.sql("select id, number from workflow.case_file where id = ?")
                    .param(UUID.fromString(instance.getBusinessKey()))
                    .query(CaseNumber.class)
                    .optional()
                    .ifPresent(number -> found.put(instance.getId(), number));
        }
        return found;
    }

    /** All jobs: timers that wait, and what failed. */
    public List<Job> jobs() {
        requireWatcher();
        return management.createJobQuery().orderByJobDuedate().asc().listPage(0, 200).stream()
                .map(this::job)
                .toList();
    }

    /** Lets a failed job try once more. @throws NotFound if there is no such job */
    public void retry(String job) {
        requireAdministrator();
        transactions.run(() -> {
            var found = management.createJobQuery().jobId(job).singleResult();
            if (found == null) {
                throw new NotFound("job", job);
            }
            management.setJobRetries(job, 1);
            caseOf(found).ifPresent(caseId -> timeline.acted(caseId, null, null, null, "retried", null));
        });
    }

    /** Jobs of the engine's own, and those of a batch that tells many cases, belong to none. */
    private Optional<UUID> caseOf(org.camunda.bpm.engine.runtime.Job job) {
        return Optional.ofNullable(job.getProcessInstanceId())
                .map(id -> runtime.createProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult())
                .map(ProcessInstance::getBusinessKey)
                .map(UUID::fromString);
    }

    /**
     * Ends a case for good, as its organisations will read. What is half done the procedure removes as for a withdrawal,
     * where its model draws one; what has gone too far for that stays.
     *
     * @param reason 1 to 500 characters
     * @throws rongtong.shared.SomebodyWasFirst if it has ended
     */
    public void cancel(UUID caseId, String reason) {
        requireAdministrator();
        Cases.requireReason(reason);
        transactions.run(() -> {
            var hasWayBack = cases.hasWayBack(cases.lock(caseId));
            cases.end(caseId, CaseStatus.CANCELLED);
            timeline.acted(caseId, null, null, null, "cancelled", reason);
            if (hasWayBack) {
                cases.goBack(caseId);
                return;
            }
            var instance = jdbc.sql("select process_instance from workflow.case_file where id = :case")
                    .param("case", caseId)
                    .query(String.class)
                    .single();
            runtime.deleteProcessInstance(instance, reason, false, true);
        });
    }

    private List<ProcessInstance> instances(UUID caseId) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .list();
    }

    private List<OpenTask> tasks(UUID caseId) {
        return jdbc.sql("""
                        select t.id, definition, step, groups, assignee, s.actor as answered_by from workflow.task t
                        left join workflow.stored_completion s on s.task_id = t.id
                        where case_id = :case and state = 'OPEN' order by created_at, id
                        """)
                .param("case", caseId)
                .query((rs, index) -> {
                    var groups = Arrays.asList((String[]) rs.getArray("groups").getArray());
                    var assignee = rs.getString("assignee");
                    var answeredBy = rs.getString("answered_by");
                    return new OpenTask(
                            rs.getString("id"),
                            rs.getString("step"),
                            models.get(rs.getString("definition"))
                                    .step(rs.getString("step"))
                                    .name(),
                            assignee,
                            answeredBy != null ? List.of() : assignee == null ? candidates(groups) : List.of(assignee),
                            answeredBy != null
                                    ? texts.of("workflow.why.waiting", accounts.displayName(answeredBy))
                                    : assignee == null
                                            ? why(groups)
                                            : texts.of("workflow.why.taken", accounts.displayName(assignee)));
                })
                .list();
    }

    private List<String> candidates(List<String> groups) {
        Set<String> names = new LinkedHashSet<>();
        groups.forEach(group -> names.addAll(accounts.members(group)));
        return names.stream().limit(MOST_CANDIDATES).toList();
    }

    private String why(List<String> groups) {
        var reasons = new ArrayList<String>();
        for (var group : groups) {
            var colon = group.indexOf(':');
            reasons.add(texts.of(
                    "workflow.why.group",
                    organizations.name(group.substring(0, colon)),
                    Account.personOf(group)
                            .map(accounts::displayName)
                            .orElseGet(() -> texts.of("workflow.role." + group.substring(colon + 1)))));
        }
        return String.join(" ", reasons);
    }

    private List<Variable> variables(ProcessInstance instance) {
        var process = models.get(instance.getProcessDefinitionId()).name();
        return runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(instance.getId())
                .orderByVariableName()
                .asc()
                .listPage(0, 200)
                .stream()
                .map(variable -> new Variable(process, variable.getName(), text(variable.getValue())))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private List<Job> jobs(ProcessInstance instance) {
        return management.createJobQuery().processInstanceId(instance.getId()).list().stream()
                .map(this::job)
                .toList();
    }

    private Job job(org.camunda.bpm.engine.runtime.Job job) {
        // jobs of the engine's own, such as its cleaning up, have none
        var definition = job.getJobDefinitionId() == null
                ? null
                : management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult();
        return new Job(
                job.getId(),
                definition == null || definition.getJobType().contains("timer") ? "timer" : definition.getJobType(),
                definition == null ? null : definition.getActivityId(),
                definition == null ? null : nameOf(definition.getProcessDefinitionId(), definition.getActivityId()),
                instant(job.getDuedate()),
                job.getRetries(),
                job.getExceptionMessage());
    }

    /** Jobs and incidents of the engine's own belong to no process. */
    private @Nullable String nameOf(@Nullable String definition, @Nullable String activity) {
        return definition == null || activity == null
                ? null
                : models.get(definition).nameOf(activity);
    }

    private IncidentView incident(Incident incident, @Nullable CaseNumber of) {
        return new IncidentView(
                incident.getId(),
                incident.getIncidentType(),
                incident.getActivityId(),
                nameOf(incident.getProcessDefinitionId(), incident.getActivityId()),
                incident.getIncidentMessage(),
                incident.getIncidentTimestamp().toInstant(),
                incident.getConfiguration(),
                of == null ? null : of.id(),
                of == null ? null : of.number());
    }

    private static java.time.@Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private void requireWatcher() {
        if (!access.seesAll()) {
            throw new AccessDeniedException("monitoring");
        }
    }

    private void requireAdministrator() {
        if (!user.has(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("intervention");
        }
    }
}
