-- Who evaluates and may withdraw, and where an entry comes from that no round of ours made.
alter table selection.recognition
    add column organ  text not null,
    add column source text not null default '';

-- A yearly check is one of its own; an evaluation belongs to a check, and putting right makes a second one in it.
alter table selection.evaluation
    drop constraint evaluation_kind_check,
    add constraint evaluation_kind_check check (kind in ('MIDTERM', 'YEARLY', 'FINAL', 'THIRD_PARTY')),
    add column number       integer not null check (number > 0), -- in the order of the recognition's evaluations
    add column check_number integer not null check (check_number > 0),
    add column third_party  boolean not null default false,
    add column reasons      text    not null default '', -- what has to be put right, or why it is withdrawn
    add constraint evaluation_in_order unique (recognition, number);

-- 评价结果的运用: appraisal, funding, pilot and commendation decisions that an evaluation was laid before. Only added to.
create table selection.evaluation_use (
    evaluation uuid        not null references selection.evaluation,
    purpose    text        not null check (purpose in ('APPRAISAL', 'FUNDING', 'PILOT', 'COMMENDATION')),
    decision   text        not null check (length(decision) between 1 and 300), -- number or name of the decision
    at         timestamptz not null,
    primary key (evaluation, purpose, decision)
);

-- 建设情况报告 of a pilot, one for each check.
create table selection.progress_report (
    recognition  uuid           not null references selection.recognition,
    check_number integer        not null,
    progress     text           not null check (length(progress) <= 4000),
    partners     integer        not null check (partners >= 0),
    investment   numeric(14, 2) not null check (investment >= 0), -- 万元, in all so far
    problems     text           not null default '' check (length(problems) <= 4000),
    actor        text           not null,
    at           timestamptz    not null,
    primary key (recognition, check_number)
);

-- 安排的第三方评价: waits until the process takes it up.
create table selection.evaluation_order (
    recognition uuid        not null references selection.recognition,
    reason      text        not null check (length(reason) between 1 and 500),
    actor       text        not null,
    at          timestamptz not null,
    taken_up_at timestamptz,
    primary key (recognition, at)
);
