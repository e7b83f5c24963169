package rongtong.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.organization.Organization;
import rongtong.organization.Organizations;
import rongtong.shared.Json;
import rongtong.shared.Listed;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.Printable;
import rongtong.shared.RuleViolation;
import rongtong.shared.SomebodyWasFirst;
import rongtong.workflow.clock.Clocks;
import rongtong.workflow.engine.ProcessModels;
import rongtong.workflow.engine.ProcessModels.ProcessModel;

/** Cases from start to end, as the organisations that they concern see them. */
@Service
public class Cases {

    /** Message that the top process of a service understands as the end of the whole case. */
    static final String WITHDRAWAL = "caseWithdrawn";

    private static final int LONGEST_TITLE = 200;

    /** No case is older; further back the database knows no days. */
    private static final int MOST_DAYS = 36_500;

    private final JdbcClient jdbc;
    private final Json json;
    private final Transactions transactions;
    private final Services services;
    private final Answering answering;
    private final Steps steps;
    private final ProcessModels models;
    private final CaseAccess access;
    private final Timeline timeline;
    private final CurrentUser user;
    private final Accounts accounts;
    private final Organizations organizations;
    private final RuntimeService runtime;
    private final TaskService engineTasks;
    private final HistoryService history;
    private final Clocks clocks;
    private final Clock clock;

    Cases(
            JdbcClient jdbc,
            Json json,
            Transactions transactions,
            Services services,
            Answering answering,
            Steps steps,
            ProcessModels models,
            CaseAccess access,
            Timeline timeline,
            CurrentUser user,
            Accounts accounts,
            Organizations organizations,
            RuntimeService runtime,
            TaskService engineTasks,
            HistoryService history,
            Clocks clocks,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.transactions = transactions;
        this.services = services;
        this.answering = answering;
        this.steps = steps;
        this.models = models;
        this.access = access;
        this.timeline = timeline;
        this.user = user;
        this.accounts = accounts;
        this.organizations = organizations;
        this.runtime = runtime;
        this.engineTasks = engineTasks;
        this.history = history;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * Starts a case: its number, its process, the records of the application, the first tasks, all or nothing.
     *
     * @param values answers to the service's start form; {@code title} names the case
     * @throws NotFound if the person may not start this service
     * @throws RuleViolation with the fields, if the form or a rule says no
     */
    public Receipt start(String service, Map<String, @Nullable Object> values) {
        Printable.require("", values);
        return transactions.run(() -> {
            var model = services.admitted(service);
            var start = Objects.requireNonNull(model.start());
            var organization = organizations.get(user.organization());
            var caseId = UUID.randomUUID();
            var title = values.get("title") instanceof String text && !text.isBlank() ? text.strip() : model.nameZh();
            enter(caseId, model, title, organization, user.username());
            var context = new StepContext(
                    caseId,
                    service,
                    "start",
                    null,
                    null,
                    Map.of("jurisdiction", organization.province(), "initiator", organization.code()),
                    user.username(),
                    organization.code(),
                    clock.instant());
            var facts = new LinkedHashMap<String, Object>(context.variables());
            facts.put("caseId", caseId.toString());
            facts.putAll(answering.accept(service, start, context, values));
            timeline.acted(caseId, null, "start", start.nameZh(), "started", null);
            begin(model.definition(), caseId, facts);
            return Receipt.now(caseId, clock);
        });
    }

    /**
     * Starts a case that somebody without an account brings to an organ, such as an objection of the public: it is the
     * organ's own, and nobody is named as its starter. What was brought stays in the caller's records; nothing of it is kept
     * with the case. Only for services whose model has the property {@code received}.
     *
     * @param organ code of the organisation that has to deal with it
     * @param title for lists; must not name who brought it
     * @param facts further process variables: ids and routing facts
     * @return id of the case
     */
    public UUID receive(String service, String organ, String title, Map<String, Object> facts) {
        return transactions.run(() -> {
            var model = models.latest(service)
                    .filter(found -> "true".equals(found.properties().get("received")))
                    .orElseThrow(() -> new NotFound("service", service));
            var organization = organizations.get(organ);
            var caseId = UUID.randomUUID();
            enter(caseId, model, title, organization, null);
            timeline.note(caseId, "received-from-public", organ, null);
            var variables = new LinkedHashMap<String, Object>(facts);
            variables.put("caseId", caseId.toString());
            variables.put("organ", organ);
            variables.put("jurisdiction", organization.province());
            begin(model.definition(), caseId, variables);
            return caseId;
        });
    }

    /**
     * Starts a case that carries out a part of another, in the transaction of the caller. It belongs to the organisation of
     * the other and counts as started by whoever started that; it concerns this organisation and whoever gets a task.
     *
     * @param caseId of the new case
     * @param of the case of which it is a part
     * @param facts further process variables: ids and routing facts
     * @throws NotFound if there is no such service or no such other case
     */
    public void open(String service, UUID caseId, UUID of, String title, Map<String, Object> facts) {
        var model = models.latest(service).orElseThrow(() -> new NotFound("service", service));
        var whole = jdbc.sql("select organization, starter, jurisdiction from workflow.case_file where id = ?")
                .param(of)
                .query((rs, index) ->
                        new Whole(rs.getString("organization"), rs.getString("starter"), rs.getString("jurisdiction")))
                .optional()
                .orElseThrow(() -> new NotFound("case", of));
        enter(caseId, model, title, organizations.get(whole.organization()), whole.starter());
        var variables = new LinkedHashMap<String, Object>(facts);
        variables.put("caseId", caseId.toString());
        variables.put("jurisdiction", whole.jurisdiction());
        begin(model.definition(), caseId, variables);
    }

    private record Whole(String organization, @Nullable String starter, String jurisdiction) {}

    /** Numbered as 校联〔2026〕0001号: counted by prefix and year, in the transaction that starts the case. */
    private void enter(
            UUID caseId, ProcessModel model, String title, Organization organization, @Nullable String starter) {
        jdbc.sql("""
                        with counted as (
                            insert into workflow.case_number (prefix, year, last) values (:prefix, :year, 1)
                            on conflict (prefix, year) do update set last = case_number.last + 1
                            returning last
                        ), entered as (
                            insert into workflow.case_file
                                (id, number, service, title, status, organization, starter, jurisdiction, started_at)
                            select :case::uuid,
                                   concat(:prefix::text, '〔', :year::integer, '〕',
                                          lpad(last::text, greatest(4, length(last::text)), '0'), '号'),
                                   :service, :title, 'RUNNING', :organization, :starter, :jurisdiction, :now::timestamptz
                            from counted
                            returning id, organization
                        )
                        insert into workflow.participant (case_id, organization)
                        select id, organization from entered
                        """)
                .param("prefix", model.properties().getOrDefault("numberPrefix", model.process()))
                .param("year", LocalDate.now(clock).getYear())
                .param("case", caseId)
                .param("service", model.process())
                .param("title", title.substring(0, Math.min(title.length(), LONGEST_TITLE)))
                .param("organization", organization.code())
                .param("starter", starter)
                .param("jurisdiction", organization.province())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void begin(String definition, UUID caseId, Map<String, Object> facts) {
        var instance = runtime.startProcessInstanceById(definition, caseId.toString(), facts);
        jdbc.sql("""
                        update workflow.case_file
                        set process_instance = :instance,
                            status = case when :ended then 'COMPLETED' else status end,
                            ended_at = case when :ended then :now::timestamptz end
                        where id = :case
                        """)
                .param("instance", instance.getProcessInstanceId())
                .param("ended", instance.isEnded())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("case", caseId)
                .update();
    }

    private static final String ROW = """
            select c.id, c.number, c.service, c.title, c.status, c.organization, c.started_at, c.ended_at,
                   c.jurisdiction, c.status = 'RUNNING' and coalesce(w.due_at < :now, false) as overdue, w.due_at,
                   c.status = 'RUNNING'
                   and exists (select from workflow.clock k join workflow.clock_pause p on p.clock = k.id
                               where k.case_id = c.id and k.ended_at is null and p.resumed_on is null) as stopped
            from workflow.case_file c
            left join lateral (select min(t.due_at) as due_at from workflow.task t
                               where t.case_id = c.id and t.state = 'OPEN') w on true
            """;

    /** Cases that the person may see, the newest first. */
    @Transactional(readOnly = true)
    public Page<CaseRow> find(CaseQuery query) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = new StringBuilder("where " + CaseAccess.VISIBLE);
        parameters.put("now", Timestamp.from(clock.instant()));
        if (query.service() != null) {
            where.append(" and c.service = :service");
            parameters.put("service", query.service());
        }
        if (query.status() != null) {
            where.append(" and c.status = :status");
            parameters.put("status", query.status().name());
        }
        if (query.text() != null) {
            where.append(" and (c.title || ' ' || c.number) ilike :text");
            parameters.put("text", TaskInbox.pattern(query.text()));
        }
        if (query.organization() != null) {
            where.append(" and exists (select from workflow.participant q"
                    + " where q.case_id = c.id and q.organization = :concerned)");
            parameters.put("concerned", query.organization());
        }
        if (query.mine()) {
            where.append(" and c.organization = :organization");
        }
        if (query.overdue()) {
            where.append(" and c.status = 'RUNNING' and exists (select from workflow.task t"
                    + " where t.case_id = c.id and t.state = 'OPEN' and t.due_at < :now)");
        }
        if (query.olderThanDays() > 0) {
            where.append(" and c.started_at <= :before");
            var days = Math.min(query.olderThanDays(), MOST_DAYS);
            parameters.put("before", Timestamp.from(clock.instant().minus(Duration.ofDays(days))));
        }
        var rows = access.sees(jdbc.sql(ROW + where + " order by c.started_at desc, c.id offset :offset limit :size"))
                .params(parameters)
                .param("offset", query.page() * query.size())
                .param("size", query.size())
                .query(this::row)
                .list();
        var total = access.sees(jdbc.sql("select count(*) from workflow.case_file c " + where))
                .params(parameters)
                .query(Long.class)
                .single();
        return new Page<>(rows, query.page(), query.size(), total);
    }

    /** @throws NotFound if there is no such case, or the person may not see it */
    @Transactional(readOnly = true)
    public CaseView get(UUID caseId) {
        access.requireVisible(caseId);
        var row = jdbc.sql(ROW + "where c.id = :case")
                .param("now", Timestamp.from(clock.instant()))
                .param("case", caseId)
                .query(this::row)
                .single();
        var current = current(caseId);
        return new CaseView(
                row,
                current,
                current.isEmpty() && row.status() == CaseStatus.RUNNING ? waits(caseId) : List.of(),
                timeline(caseId, row.organization()),
                models.latest(row.service())
                        .map(model -> applicationForm(model, row))
                        .orElse(null),
                application(caseId, applicationStep(row.service())),
                mayWithdraw(row),
                clocks.of(caseId));
    }

    /** For what a case waits that nobody has to do anything for now. */
    private List<String> waits(UUID caseId) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).list().stream()
                .flatMap(instance -> {
                    var model = models.get(instance.getProcessDefinitionId());
                    return runtime.getActiveActivityIds(instance.getId()).stream()
                            .filter(model.waits()::contains)
                            .map(model::nameOf);
                })
                .distinct()
                .toList();
    }

    public boolean visible(UUID caseId) {
        return access.visible(caseId);
    }

    private CaseRow row(ResultSet rs, int index) throws SQLException {
        var service = rs.getString("service");
        var organization = rs.getString("organization");
        return new CaseRow(
                rs.getObject("id", UUID.class),
                rs.getString("number"),
                service,
                models.serviceName(service),
                rs.getString("title"),
                CaseStatus.valueOf(rs.getString("status")),
                organization,
                organizations.name(organization),
                rs.getTimestamp("started_at").toInstant(),
                TaskInbox.instant(rs, "ended_at"),
                rs.getBoolean("overdue"),
                TaskInbox.instant(rs, "due_at"),
                rs.getBoolean("stopped"),
                rs.getString("jurisdiction"));
    }

    /**
     * Open steps; who holds each in names of organisations, or of the person who has taken it. That somebody is asked
     * beside a task (加签) is no step for those who may not read what is answered there.
     */
    List<CurrentStep> current(UUID caseId) {
        return jdbc.sql("""
                        select t.id, t.definition, t.step, t.groups, t.assignee, t.created_at, t.due_at, usual.seconds
                        from workflow.task t left join lateral (
                            select percentile_cont(0.5) within group (order by took) as seconds
                            from (select extract(epoch from d.ended_at - d.created_at) as took from workflow.task d
                                  where d.process = t.process and d.step = t.step and d.state = 'DONE'
                                  order by d.ended_at desc limit 100) latest
                            having count(*) >= 5) usual on true
                        where t.case_id = :case and t.state = 'OPEN'
                          and (:readsAll or t.process <> :beside
                               or exists (select from unnest(t.groups) own where split_part(own, ':', 1) = :organization))
                        order by t.created_at, t.id
                        """)
                .param("case", caseId)
                .param("readsAll", access.readsAnswersOfAll())
                .param("beside", SignRequests.PROCESS)
                .param("organization", user.organization())
                .query((rs, index) -> new CurrentStep(
                        rs.getString("id"),
                        rs.getString("step"),
                        models.get(rs.getString("definition"))
                                .step(rs.getString("step"))
                                .name(),
                        holder((String[]) rs.getArray("groups").getArray(), rs.getString("assignee")),
                        rs.getTimestamp("created_at").toInstant(),
                        TaskInbox.instant(rs, "due_at"),
                        rs.getObject("seconds") == null ? null : Duration.ofSeconds((long) rs.getDouble("seconds"))))
                .list();
    }

    private String holder(String[] groups, @Nullable String assignee) {
        var names = new LinkedHashSet<String>();
        for (var group : groups) {
            names.add(organizations.name(group.substring(0, group.indexOf(':'))));
        }
        var held = Listed.of(names);
        if (assignee == null) {
            return held;
        }
        var person = accounts.displayName(assignee);
        return person.startsWith(held) ? person : held + " " + person;
    }

    /**
     * Others than those who may read what is answered beside a task learn no more than that somebody was asked there; of a
     * step that is internal the applicant learns no more than that it was done.
     */
    private List<TimelineEntry> timeline(UUID caseId, String applicant) {
        var readsInternal = access.readsInternal(applicant);
        var mayReadAll = access.readsAnswersOfAll();
        return jdbc.sql("""
                        select l.at, l.actor, l.organization, l.step, l.step_name, l.action, l.opinion, s.answers,
                               t.definition, c.service
                        from workflow.timeline l
                        join workflow.case_file c on c.id = l.case_id
                        left join workflow.task t on t.id = l.task_id
                        left join workflow.submission s
                            on l.action in ('completed', 'returned', 'started')
                            and s.task_id = coalesce(l.task_id, l.case_id::text)
                        where l.case_id = :case
                          and (:readsAll or l.organization = :organization
                               or l.action not in ('sign-removed', 'sign-returned')
                                  and coalesce(t.process, '') <> :beside)
                        order by l.id
                        """)
                .param("case", caseId)
                .param("readsAll", mayReadAll)
                .param("beside", SignRequests.PROCESS)
                .param("organization", user.organization())
                .query((rs, index) -> {
                    var actor = rs.getString("actor");
                    var organization = rs.getString("organization");
                    var answers = rs.getString("answers");
                    var own = user.organization().equals(organization);
                    var secret = !own && !readsInternal && isInternal(rs);
                    var readable = own || mayReadAll && !secret;
                    var consulted = !readable && rs.getString("action").equals("sign-added");
                    return new TimelineEntry(
                            rs.getTimestamp("at").toInstant(),
                            actor == null ? null : accounts.displayName(actor),
                            organization == null ? null : organizations.name(organization),
                            rs.getString("step"),
                            stepName(rs),
                            consulted ? "consulted" : rs.getString("action"),
                            consulted || secret ? null : rs.getString("opinion"),
                            answers == null || !readable
                                    ? Map.<String, @Nullable Object>of()
                                    : json.readObject(answers),
                            answers == null || !readable ? null : form(rs));
                })
                .list();
    }

    private boolean isInternal(ResultSet rs) throws SQLException {
        var definition = rs.getString("definition");
        var step = rs.getString("step");
        return definition != null
                && step != null
                && models.get(definition).step(step).internal();
    }

    /** The form of the version of the process that the step ran in. */
    private @Nullable String form(ResultSet rs) throws SQLException {
        var definition = rs.getString("definition");
        var step = rs.getString("step");
        if (definition != null && step != null) {
            return models.get(definition).step(step).formJson();
        }
        return models.latest(rs.getString("service"))
                .map(ProcessModels.ProcessModel::start)
                .map(ProcessModels.StepModel::formJson)
                .orElse(null);
    }

    /** In the language of the reader where the model is known, else as it was written. */
    private @Nullable String stepName(ResultSet rs) throws SQLException {
        var definition = rs.getString("definition");
        var step = rs.getString("step");
        if (definition != null && step != null) {
            return models.get(definition).step(step).name();
        }
        if ("start".equals(step)) {
            return models.latest(rs.getString("service"))
                    .map(ProcessModels.ProcessModel::start)
                    .map(ProcessModels.StepModel::name)
                    .orElse(rs.getString("step_name"));
        }
        return rs.getString("step_name");
    }

    /** The step at which the application is written: the start, or what the model names where that comes later. */
    private String applicationStep(String service) {
        return models.latest(service)
                .map(model -> model.properties().getOrDefault("applicationStep", "start"))
                .orElse("start");
    }

    private @Nullable String applicationForm(ProcessModels.ProcessModel model, CaseRow row) {
        var step = applicationStep(row.service());
        if (step.equals("start")) {
            return model.start() == null ? null : model.start().formJson();
        }
        var drawn = model.step(step);
        var context = new StepContext(
                row.id(),
                row.service(),
                step,
                null,
                null,
                Map.of(),
                user.username(),
                user.organization(),
                clock.instant());
        return steps.of(model.process(), step)
                .form(context, new AskedForm(model.process(), step, drawn.formJson(), drawn.form()))
                .json();
    }

    /** The latest version: what was corrected takes the place of what was handed in. */
    private Map<String, @Nullable Object> application(UUID caseId, String step) {
        return jdbc.sql("""
                        select s.answers from workflow.submission s join workflow.case_file c on c.id = s.case_id
                        where s.case_id = :case and s.process = c.service and s.step = :step and s.unit = ''
                        order by s.at desc limit 1
                        """)
                .param("case", caseId)
                .param("step", step)
                .query(String.class)
                .optional()
                .<Map<String, @Nullable Object>>map(json::readObject)
                .orElse(Map.of());
    }

    /**
     * Calls a case by the name that its application gives it now, also in the inboxes.
     *
     * @param title 1 to 200 characters
     */
    @Transactional
    public void retitle(UUID caseId, String title) {
        jdbc.sql("""
                        with named as (
                            update workflow.case_file set title = :title where id = :case and title <> :title
                            returning id, number
                        )
                        update workflow.todo o set label = lower(n.number || ' ' || :title || ' ' || t.name)
                        from named n join workflow.task t on t.case_id = n.id and t.state = 'OPEN'
                        where o.task_id = t.id
                        """).param("title", title).param("case", caseId).update();
    }

    /**
     * Moves the deadline of a step that is open in many cases.
     *
     * @param step id of the user task
     */
    @Transactional
    public void moveDue(Collection<UUID> cases, String step, Instant due) {
        jdbc.sql("""
                        with moved as (
                            update workflow.task set due_at = :due
                            where case_id = any(:cases) and step = :step and state = 'OPEN'
                            returning id
                        ), listed as (
                            update workflow.todo set due_at = :due from moved where todo.task_id = moved.id
                        )
                        select id from moved
                        """)
                .param("due", Timestamp.from(due))
                .param("cases", cases.toArray(UUID[]::new))
                .param("step", step)
                .query(String.class)
                .list()
                .forEach(task -> engineTasks.setDueDate(task, Date.from(due)));
    }

    /** Lets organisations see a case from now on, though no step of it is addressed to them. */
    @Transactional
    public void concern(UUID caseId, Collection<String> organizations) {
        jdbc.sql("""
                        insert into workflow.participant (case_id, organization)
                        select :case, concerned from unnest(:organizations::text[]) concerned
                        on conflict do nothing
                        """)
                .param("case", caseId)
                .param("organizations", organizations.toArray(String[]::new))
                .update();
    }

    /** The diagrams of the case, that of the service first, then those of the processes that it has called. */
    @Transactional(readOnly = true)
    public List<DiagramView> diagrams(UUID caseId) {
        access.requireVisible(caseId);
        var root = jdbc.sql("select process_instance from workflow.case_file where id = :case")
                .param("case", caseId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("case", caseId));
        var readsAll = access.readsAnswersOfAll();
        var visited = new LinkedHashMap<String, List<HistoricActivityInstance>>();
        history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .filter(instance -> readsAll || !SignRequests.PROCESS.equals(instance.getProcessDefinitionKey()))
                .forEach(
                        instance -> visited.computeIfAbsent(instance.getProcessDefinitionId(), any -> new ArrayList<>())
                                .addAll(history.createHistoricActivityInstanceQuery()
                                        .processInstanceId(instance.getId())
                                        .list()));
        var incidents = runtime.createIncidentQuery().processInstanceId(root).list();
        return visited.entrySet().stream()
                .map(entry -> diagram(entry.getKey(), entry.getValue(), incidents))
                .toList();
    }

    private DiagramView diagram(String definition, List<HistoricActivityInstance> visits, List<Incident> incidents) {
        var model = models.get(definition);
        var active = visits.stream()
                .filter(visit -> visit.getEndTime() == null)
                .map(HistoricActivityInstance::getActivityId)
                .distinct()
                .toList();
        return new DiagramView(
                model.process(),
                model.name(),
                models.xml(definition),
                active,
                visits.stream()
                        .filter(visit -> visit.getEndTime() != null && !visit.isCanceled())
                        .map(HistoricActivityInstance::getActivityId)
                        .distinct()
                        .filter(activity -> !active.contains(activity))
                        .toList(),
                incidents.stream().map(Incident::getActivityId).distinct().toList());
    }

    private boolean mayWithdraw(CaseRow row) {
        return row.status() == CaseStatus.RUNNING && row.organization().equals(user.organization()) && hasWayBack(row);
    }

    private Optional<Message> withdrawalRefusal(CaseRow row) {
        return steps.of(row.service(), "start").withdrawalRefusal(row.id());
    }

    private boolean canBeWithdrawn(UUID caseId) {
        return !runtime.createEventSubscriptionQuery()
                .eventType("message")
                .eventName(WITHDRAWAL)
                .processInstanceId(instanceOf(caseId))
                .list()
                .isEmpty();
    }

    private @Nullable String instanceOf(UUID caseId) {
        return jdbc.sql("select process_instance from workflow.case_file where id = :case")
                .param("case", caseId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /**
     * Takes the whole case back; open tasks go, and the procedure removes what is half done.
     *
     * @param reason for the timeline, 1 to 500 characters
     * @throws AccessDeniedException unless the person's organisation started the case
     * @throws RuleViolation if the model draws no way back, or the procedure has gone too far
     * @throws SomebodyWasFirst if the case has ended
     */
    public void withdraw(UUID caseId, String reason) {
        requireReason(reason);
        transactions.run(() -> {
            access.requireVisible(caseId);
            var row = lock(caseId);
            if (!row.organization().equals(user.organization())) {
                throw new AccessDeniedException("withdrawal of case " + caseId);
            }
            if (!canBeWithdrawn(caseId)) {
                throw new RuleViolation(Message.of("workflow.no-withdrawal", row.number()));
            }
            withdrawalRefusal(row).ifPresent(refusal -> {
                throw new RuleViolation(refusal);
            });
            end(caseId, CaseStatus.WITHDRAWN);
            timeline.acted(caseId, null, null, null, "withdrawn", reason);
            goBack(caseId);
        });
    }

    /** Whether {@link #goBack} leads anywhere: the model draws a way, and the procedure has not gone too far. */
    boolean hasWayBack(CaseRow row) {
        return canBeWithdrawn(row.id()) && withdrawalRefusal(row).isEmpty();
    }

    /** Ends the process the way that its model draws for a withdrawal, so that the procedure removes what is half done. */
    void goBack(UUID caseId) {
        runtime.createMessageCorrelation(WITHDRAWAL)
                .processInstanceId(Objects.requireNonNull(instanceOf(caseId)))
                .correlate();
    }

    /** Locks a running case against all other steps. @throws SomebodyWasFirst if it has ended */
    CaseRow lock(UUID caseId) {
        var found = jdbc.sql("select id from workflow.case_file where id = :case for update")
                .param("case", caseId)
                .query(UUID.class)
                .list();
        if (found.isEmpty()) {
            throw new NotFound("case", caseId);
        }
        var row = jdbc.sql(ROW + "where c.id = :case")
                .param("now", Timestamp.from(clock.instant()))
                .param("case", caseId)
                .query(this::row)
                .single();
        if (row.status() != CaseStatus.RUNNING) {
            throw new SomebodyWasFirst(
                    lastActor(caseId),
                    Objects.requireNonNull(row.endedAt()),
                    Message.of("workflow.deed.case-ended", row.number()));
        }
        return row;
    }

    void end(UUID caseId, CaseStatus status) {
        jdbc.sql("update workflow.case_file set status = :status, ended_at = :now where id = :case")
                .param("status", status.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("case", caseId)
                .update();
    }

    private String lastActor(UUID caseId) {
        return jdbc.sql(
                        "select actor from workflow.timeline where case_id = :case and actor is not null order by id desc limit 1")
                .param("case", caseId)
                .query(String.class)
                .optional()
                .map(accounts::displayName)
                .orElse("");
    }

    static void requireReason(String reason) {
        Printable.require("reason", reason);
        if (reason.isBlank() || reason.length() > 500) {
            throw new RuleViolation(
                    Message.of("workflow.reason-missing"),
                    List.of(new RuleViolation.FieldError("reason", Message.of("workflow.reason-missing"))));
        }
    }
}
