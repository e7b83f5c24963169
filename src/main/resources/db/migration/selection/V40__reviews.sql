-- 评审任务: what one expert judges in one track and turn; its case is a panel-review.
create table selection.review (
    case_id     uuid        primary key,
    round       uuid        not null references selection.round,
    track       text        not null,
    expert      text        not null,
    turn        integer     not null check (turn in (1, 2)),
    opened_at   timestamptz not null,
    due_at      timestamptz not null,
    declared_at timestamptz, -- 签署保密和回避承诺
    ended_at    timestamptz
);

create index review_of_round on selection.review (round, track, expert);
create index review_open on selection.review (round) where ended_at is null;
create index review_of_expert on selection.review (expert, opened_at desc);

-- Which applications belong to it; whether they still do says the assignment.
create table selection.review_item (
    review      uuid not null references selection.review,
    application uuid not null references selection.application,
    primary key (review, application)
);

create index review_item_application on selection.review_item (application);

-- 分派记录: anybody can repeat an assignment from its seed.
create table selection.panel_run (
    round       uuid        not null references selection.round,
    track       text        not null,
    seed        bigint      not null,
    panel_size  integer     not null,
    experts     integer     not null, -- considered
    seats       integer     not null,
    least_load  integer     not null,
    greatest_load integer   not null,
    unserved    jsonb       not null default '[]',
    actor       text        not null,
    at          timestamptz not null,
    primary key (round, track)
);

create index assignment_of_application on selection.assignment (application) where ended_at is null;
