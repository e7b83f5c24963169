package rongtong.bench;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.workflow.Cases;
import rongtong.workflow.TaskInbox;
import rongtong.workflow.TaskQuery;

/**
 * The first page of an inbox, with total, filter and search, at 1,000,000 open tasks of which the account sees 20,000;
 * beside the engine's own query over as many tasks of its own, without and with its authorisation. Bar: 95th percentile
 * 20 ms.
 *
 * <p>Run with {@code ./mvnw -Pbench verify}.
 */
@RongtongTest
class InboxBench {

    private static final int TASKS = 1_000_000;
    private static final int GROUPS = 50;
    private static final String HANDLER = "ln-edu.handler";

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CurrentUser user;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Cases cases;

    @Test
    void firstPageAtAMillionTasks() throws Exception {
        var definition = definitionOfThreeTasks();
        fillOurs(definition);
        fillEngine(definition);
        var first = new TaskQuery(TaskQuery.View.TODO, null, null, false, TaskQuery.Sort.DUE, 0, 50);
        report("ours, first 50 and total", () -> inbox.find(first));
        report(
                "ours, filtered by service",
                () -> inbox.find(
                        new TaskQuery(TaskQuery.View.TODO, "three-tasks", null, false, TaskQuery.Sort.DUE, 0, 50)));
        report(
                "ours, search (2,000 match)",
                () -> inbox.find(new TaskQuery(TaskQuery.View.TODO, null, "装备7", false, TaskQuery.Sort.DUE, 0, 50)));
        report(
                "ours, search (none match)",
                () -> inbox.find(new TaskQuery(TaskQuery.View.TODO, null, "查无此件", false, TaskQuery.Sort.DUE, 0, 50)));
        report(
                "ours, filter and search, overdue",
                () -> inbox.find(
                        new TaskQuery(TaskQuery.View.TODO, "three-tasks", "装备7", true, TaskQuery.Sort.DUE, 0, 50)));
        report(
                "ours, newest first",
                () -> inbox.find(new TaskQuery(TaskQuery.View.TODO, null, null, false, TaskQuery.Sort.NEWEST, 0, 50)));
        changeMuch();
        report("ours, first 50 and total, after much change", () -> inbox.find(first));
        for (var authorised : new boolean[] {false, true}) {
            var engine = engine(authorised);
            try {
                if (authorised) {
                    engine.getIdentityService().setAuthentication(HANDLER, java.util.List.of("LN-EDU:HANDLER"));
                }
                var named = authorised ? "engine, authorised" : "engine";
                // with its authorisation one page takes half a minute
                report(named + ", first 50 and total", authorised ? 1 : 10, () -> {
                    engine.getTaskService()
                            .createTaskQuery()
                            .taskCandidateGroup("LN-EDU:HANDLER")
                            .orderByDueDate()
                            .asc()
                            .listPage(0, 50);
                    return engine.getTaskService()
                            .createTaskQuery()
                            .taskCandidateGroup("LN-EDU:HANDLER")
                            .count();
                });
            } finally {
                engine.getIdentityService().clearAuthentication();
                engine.close();
            }
        }
    }

    private String definitionOfThreeTasks() throws Exception {
        user.runAs(HANDLER, () -> cases.start("three-tasks", Map.of("title", "样例")));
        return jdbc.sql("select definition from workflow.task where process = 'three-tasks' limit 1")
                .query(String.class)
                .single();
    }

    /** A task in a group is one of {@value #TASKS}/{@value #GROUPS}; the first group is the account's own. */
    private void fillOurs(String definition) {
        jdbc.sql("""
                        insert into workflow.case_file
                            (id, number, service, title, status, organization, starter, jurisdiction, process_instance, started_at)
                        select gen_random_uuid(), 'B' || n, case when n % 3 = 0 then 'three-steps' else 'three-tasks' end,
                               '辽宁省装备' || (n / :groups % 10) || '产业校企联盟' || n, 'RUNNING', 'LN-EDU', 'bench', 'LN', 'bench-' || n, now()
                        from generate_series(1, :tasks) n
                        """).param("tasks", TASKS).param("groups", GROUPS).update();
        jdbc.sql("""
                        insert into workflow.task
                            (id, case_id, process, definition, scope, step, name, groups, state, created_at, due_at)
                        select 'bench-' || substr(number, 2), id, 'three-tasks', :definition, 'none', 'first', '初核',
                               array[case when substr(number, 2)::int % :groups = 0 then 'LN-EDU:HANDLER' else 'G' || substr(number, 2)::int % :groups end],
                               'OPEN', now() - make_interval(mins => substr(number, 2)::int % 50000),
                               now() + make_interval(mins => (substr(number, 2)::int * 7) % 60000 - 10000)
                        from workflow.case_file where number like 'B%'
                        """).param("definition", definition).param("groups", GROUPS).update();
        jdbc.sql("""
                        insert into workflow.todo (holder, due_at, task_id, service, created_at, label)
                        select groups[1], t.due_at, t.id, c.service, t.created_at, lower(c.number || ' ' || c.title || ' ' || t.name)
                        from workflow.task t join workflow.case_file c on c.id = t.case_id where t.id like 'bench-%'
                        """).update();
        jdbc.sql("vacuum analyze workflow.todo").update();
        System.out.printf(
                "inbox pages known to be clean: %s%n",
                jdbc.sql("""
                        select round(100.0 * sum(relallvisible) / sum(relpages)) || ' percent'
                        from pg_class where relname ~ '^todo_[0-9]+$'
                        """).query(String.class).single());
        jdbc.sql("vacuum analyze workflow.task").update();
        jdbc.sql("vacuum analyze workflow.case_file").update();
    }

    /** Every fifth task has a new deadline and nothing was cleaned up since: indexes cannot answer alone any more. */
    private void changeMuch() {
        jdbc.sql("""
                        update workflow.todo set due_at = due_at + interval '1 hour'
                        where task_id like 'bench-%' and right(task_id, 1) in ('0', '5')
                        """).update();
    }

    private void fillEngine(String definition) {
        jdbc.sql("""
                        insert into act_re_procdef (id_, rev_, category_, key_, version_, suspension_state_)
                        select 'bench:1:1', 1, 'bench', 'bench', 1, 1 where not exists (select from act_re_procdef where id_ = 'bench:1:1')
                        """).update();
        jdbc.sql("""
                        insert into act_ru_execution (id_, rev_, proc_inst_id_, root_proc_inst_id_, proc_def_id_, act_id_, is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_)
                        select 'bench-' || n, 1, 'bench-' || n, 'bench-' || n, :definition, 'first', true, false, true, false, 1, 2, 1
                        from generate_series(1, :tasks) n
                        """).param("definition", definition).param("tasks", TASKS).update();
        jdbc.sql("""
                        insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, priority_, create_time_, due_date_, suspension_state_)
                        select 'bench-' || n, 1, 'bench-' || n, 'bench-' || n, :definition, '初核', 'first', 50, now(), now() + make_interval(mins => (n * 7) % 60000 - 10000), 1
                        from generate_series(1, :tasks) n
                        """).param("definition", definition).param("tasks", TASKS).update();
        jdbc.sql("""
                        insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
                        select 'bench-' || n, 1, case when n % :groups = 0 then 'LN-EDU:HANDLER' else 'G' || n % :groups end, 'candidate', 'bench-' || n
                        from generate_series(1, :tasks) n
                        """).param("groups", GROUPS).param("tasks", TASKS).update();
        jdbc.sql("""
                        insert into act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)
                        select 'bench-' || n, 1, 1, case when n % :groups = 0 then 'LN-EDU:HANDLER' else 'G' || n % :groups end, 7, 'bench-' || n, 2
                        from generate_series(1, :tasks) n
                        """).param("groups", GROUPS).param("tasks", TASKS).update();
        for (var table :
                new String[] {"act_ru_execution", "act_ru_task", "act_ru_identitylink", "act_ru_authorization"}) {
            jdbc.sql("vacuum analyze " + table).update();
        }
    }

    private ProcessEngine engine(boolean authorised) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bench-" + authorised);
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        configuration.setHistory("full");
        configuration.setAuthorizationEnabled(authorised);
        configuration.setJobExecutorActivate(false);
        configuration.setCmmnEnabled(false);
        configuration.setStandaloneTasksEnabled(false);
        return configuration.buildProcessEngine();
    }

    private void report(String name, Callable<?> work) throws Exception {
        user.runAs(HANDLER, () -> {
            report(name, 300, work);
            return null;
        });
    }

    private static void report(String name, int runs, Callable<?> work) throws Exception {
        for (int warm = 0; warm < Math.min(runs, 50); warm++) {
            work.call();
        }
        var times = new ArrayList<Double>();
        Object last = null;
        for (int run = 0; run < runs; run++) {
            var started = System.nanoTime();
            last = work.call();
            times.add((System.nanoTime() - started) / 1e6);
        }
        var sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "inbox %-44s median %8.2f ms  p95 %8.2f ms  (%s)%n",
                name,
                sorted[runs / 2],
                sorted[Math.min(runs - 1, (int) (runs * 0.95))],
                last instanceof rongtong.shared.Page<?> page ? page.items().size() + " of " + page.total() : last);
    }
}
