-- 委派: the one who gave the task to a colleague and gets it back; null where nobody did.
alter table workflow.task add column owner text;

-- 加签: somebody is asked for an opinion beside a task.
create table workflow.sign_request (
    id           uuid        primary key,
    task_id      text        not null references workflow.task on delete cascade,
    position     text        not null check (position in ('BEFORE', 'PARALLEL', 'AFTER')),
    username     text        not null, -- who is asked
    sender       text        not null,
    question     text        not null check (length(question) <= 4000),
    asked_task   text        unique references workflow.task on delete cascade, -- null until asked: AFTER waits for the answer
    requested_at timestamptz not null,
    stance       text        check (stance in ('AGREE', 'AGREE_WITH_CONDITIONS', 'DISAGREE')),
    comment      text        not null default '',
    answered_by  text,
    answered_at  timestamptz,
    removed_at   timestamptz, -- 减签
    check ((stance is null) = (answered_at is null)),
    check (answered_at is null or removed_at is null)
);

create index sign_request_of_task on workflow.sign_request (task_id);
create unique index sign_request_once on workflow.sign_request (task_id, username)
    where answered_at is null and removed_at is null;

-- What the holder answered while others are still asked: done when the last of them has answered.
create table workflow.stored_completion (
    task_id text        primary key references workflow.task on delete cascade,
    actor   text        not null,
    answers jsonb       not null,
    opinion text,
    files   text[]      not null,
    receipt text        not null unique,
    at      timestamptz not null
);
