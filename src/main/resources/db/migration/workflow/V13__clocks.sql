-- The statutory clock of one stage of a case (法定时限): working days of one organ. A stage that has ended may begin again:
-- the next number.
create table workflow.clock (
    id           uuid        primary key,
    case_id      uuid        not null references workflow.case_file on delete cascade,
    stage        text        not null,
    number       integer     not null check (number > 0),
    name_zh      text        not null,
    name_en      text        not null,
    organ        text, -- code of the organisation whose days these are
    jurisdiction text        not null, -- whose calendar counts
    started_on   date        not null, -- the day of the event, which is not counted
    limit_days   integer     not null check (limit_days > 0),
    extra_days   integer     not null default 0 check (extra_days >= 0),
    extended_at  timestamptz,
    due_at       timestamptz not null, -- while it is stopped: as if it went on today
    overdue_at   timestamptz, -- when it was noted that the limit has passed
    ended_at     timestamptz,
    unique (case_id, stage, number)
);

create unique index clock_one_at_a_time on workflow.clock (case_id, stage) where ended_at is null;
create index clock_running on workflow.clock (jurisdiction, due_at) where ended_at is null;

-- While it is stopped the days count for somebody else.
create table workflow.clock_pause (
    id         uuid        primary key,
    clock      uuid        not null references workflow.clock on delete cascade,
    reason     text        not null check (reason in ('APPLICANT', 'EXPERTS', 'OBJECTION')),
    stopped_on date        not null,
    resumed_on date,
    place      integer     not null,
    check (resumed_on >= stopped_on),
    unique (clock, place)
);

create unique index clock_pause_one_at_a_time on workflow.clock_pause (clock) where resumed_on is null;

-- The stage whose clock sets a task's deadline, and whether it stands still.
alter table workflow.task add column clock text;
alter table workflow.task add column stopped boolean not null default false;

create index task_open_by_clock on workflow.task (case_id, clock) where state = 'OPEN' and clock is not null;
