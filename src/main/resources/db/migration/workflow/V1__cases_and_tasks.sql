create schema if not exists workflow;
create extension if not exists pg_trgm;

-- One run of a service. Whatever else is known of it stands in the tables of its procedure.
create table workflow.case_file (
    id               uuid        primary key,
    number           text        not null unique,
    service          text        not null, -- id of the process
    title            text        not null check (length(title) between 1 and 200),
    status           text        not null check (status in ('RUNNING', 'COMPLETED', 'WITHDRAWN', 'CANCELLED')),
    organization     text        not null, -- that started it
    starter          text        not null, -- identity.account
    jurisdiction     text        not null,
    process_instance text        unique, -- the engine's; null for the moment between entry and start
    started_at       timestamptz not null,
    ended_at         timestamptz,
    check ((status = 'RUNNING') = (ended_at is null))
);

create index case_file_newest on workflow.case_file (started_at desc, id);
create index case_file_by_service on workflow.case_file (service, status, started_at desc);
create index case_file_by_starter on workflow.case_file (organization, started_at desc);
create index case_file_text on workflow.case_file using gin ((title || ' ' || number) gin_trgm_ops);

create table workflow.case_number (
    prefix text    not null,
    year   integer not null,
    last   integer not null,
    primary key (prefix, year)
);

-- Organisations that a case concerns: they see it. The one access rule reads this table.
create table workflow.participant (
    case_id      uuid not null references workflow.case_file on delete cascade,
    organization text not null,
    primary key (organization, case_id)
);

create index participant_case on workflow.participant (case_id);

-- The user tasks of the engine, open and past, in the engine's own transaction.
create table workflow.task (
    id         text        primary key, -- the engine's
    case_id    uuid        not null references workflow.case_file on delete cascade,
    process    text        not null, -- id of the process whose diagram has the step
    definition text        not null, -- its deployed version
    scope      text        not null, -- the engine's execution on which the answers' facts are set
    step       text        not null, -- id of the user task
    name       text        not null,
    unit       text, -- organisation that this instance of the step is addressed to
    groups     text[]      not null, -- who may act: '<organisation>:<ROLE>'
    assignee   text,
    state      text        not null check (state in ('OPEN', 'DONE', 'ENDED')),
    created_at timestamptz not null,
    claimed_at timestamptz,
    due_at     timestamptz,
    ended_at   timestamptz,
    ended_by   text, -- who completed it; null where a deadline or a withdrawal ended it
    receipt    text        unique,
    check ((state = 'OPEN') = (ended_at is null))
);

create index task_by_case on workflow.task (case_id, created_at);
create index task_done_by on workflow.task (ended_by, ended_at desc) where state = 'DONE';
create index task_open_due on workflow.task (due_at) where state = 'OPEN';

-- The inbox: one row for each open task and each one who may take it (a group, or '@' and the person who did).
-- Everything that a list filters and sorts by is here, so that a page and its total come from one index.
create table workflow.todo (
    holder     text        not null,
    due_at     timestamptz not null, -- 'infinity' where there is no deadline
    task_id    text        not null,
    service    text        not null,
    created_at timestamptz not null,
    label      text        not null, -- number, title, step: what the search box looks through
    primary key (holder, task_id)
);

create index todo_by_due on workflow.todo (holder, due_at, task_id) include (service, label);
create index todo_by_age on workflow.todo (holder, created_at desc, task_id);
create index todo_of_task on workflow.todo (task_id);

-- What was submitted, step by step.
create table workflow.submission (
    task_id    text        primary key, -- of the start form: the id of the case
    case_id    uuid        not null references workflow.case_file on delete cascade,
    process    text        not null,
    step       text        not null,
    unit       text        not null default '',
    answers    jsonb       not null,
    actor      text        not null,
    at         timestamptz not null
);

create index submission_of_step on workflow.submission (case_id, process, step, unit, at desc);

-- What happened, in order; rows are only added.
create table workflow.timeline (
    id           bigint      generated always as identity primary key,
    case_id      uuid        not null references workflow.case_file on delete cascade,
    at           timestamptz not null,
    actor        text, -- null where the process itself acted
    organization text,
    task_id      text,
    step         text,
    step_name    text,
    action       text        not null,
    opinion      text        check (length(opinion) <= 4000)
);

create index timeline_of_case on workflow.timeline (case_id, id);

-- Typed but not yet handed in: one for each person and task, any number of applications.
create table workflow.draft (
    id         uuid        primary key,
    owner      text        not null,
    task_id    text,
    service    text,
    answers    jsonb       not null,
    updated_at timestamptz not null,
    unique (owner, task_id),
    check ((task_id is null) <> (service is null))
);

create index draft_of_owner on workflow.draft (owner, updated_at desc);

-- 抄送: somebody is to know of a task without acting.
create table workflow.copy (
    task_id  text        not null references workflow.task on delete cascade,
    username text        not null,
    sender   text        not null,
    at       timestamptz not null,
    primary key (username, task_id)
);
