-- The rows of one inbox lie together: an account with 20,000 tasks reads some hundred pages instead of one page a row,
-- also just after many tasks have come and gone, when the index alone cannot answer.
alter table workflow.todo rename to todo_whole;
alter table workflow.todo_whole drop constraint todo_pkey;
drop index workflow.todo_by_due, workflow.todo_by_age, workflow.todo_of_task;

create table workflow.todo (
    holder     text        not null,
    due_at     timestamptz not null, -- 'infinity' where there is no deadline
    task_id    text        not null,
    service    text        not null,
    created_at timestamptz not null,
    label      text        not null, -- number, title, step in small letters: what the search box looks through
    primary key (holder, task_id)
) partition by hash (holder);

do $$
begin
    for part in 0 .. 15 loop
        -- Kept clean all the time: an index answers alone only for pages that are known to be clean.
        execute format(
            'create table workflow.todo_%s partition of workflow.todo for values with (modulus 16, remainder %s)
             with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02)',
            part, part);
    end loop;
end $$;

insert into workflow.todo (holder, due_at, task_id, service, created_at, label)
select holder, due_at, task_id, service, created_at, label from workflow.todo_whole;
drop table workflow.todo_whole;

create index todo_by_due on workflow.todo (holder, due_at, task_id) include (service, label, created_at);
create index todo_by_age on workflow.todo (holder, created_at desc, task_id);
create index todo_of_task on workflow.todo (task_id);
