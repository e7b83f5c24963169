create schema if not exists selection;

-- 遴选方案: what a programme asks and how it selects. A published version never changes; what changes is a new version.
create table selection.programme (
    key          text        not null check (key ~ '^[a-z0-9-]{2,60}$'),
    version      integer     not null check (version > 0),
    province     text        not null,
    status       text        not null check (status in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    definition   jsonb       not null, -- the record Programme
    edited_by    text, -- null where it came with the product
    edited_at    timestamptz not null,
    published_at timestamptz,
    primary key (key, version),
    check ((status = 'DRAFT') = (published_at is null))
);

-- 一轮遴选: a programme carried out once; its case is a pilot-selection.
create table selection.round (
    case_id     uuid        primary key,
    programme   text        not null,
    version     integer     not null,
    title       text        not null,
    province    text        not null,
    organ       text        not null, -- the department that convenes (牵头汇总)
    status      text        not null check (status in
        ('PREPARED', 'OPEN', 'CLOSED', 'REVIEW', 'RANKED', 'PROPOSED', 'NOTICE', 'FINISHED', 'CANCELLED')),
    opens_at    timestamptz not null,
    closes_at   timestamptz not null check (closes_at > opens_at),
    document    text, -- number of the call
    created_at  timestamptz not null,
    finished_at timestamptz,
    foreign key (programme, version) references selection.programme
);

create index round_of_programme on selection.round (programme, created_at desc);

-- 延长申报期限: each with its reason.
create table selection.extension (
    round    uuid        not null references selection.round,
    number   integer     not null,
    from_at  timestamptz not null,
    to_at    timestamptz not null check (to_at > from_at),
    reason   text        not null check (length(reason) between 5 and 1000),
    actor    text        not null,
    at       timestamptz not null,
    primary key (round, number)
);

-- 申报: one application; its case is a pilot-application.
create table selection.application (
    case_id     uuid        primary key,
    round       uuid        not null references selection.round,
    track       text        not null,
    applicant   text        not null, -- organisation
    region      text, -- of the applicant, GB/T 2260
    title       text        not null,
    status      text        not null check (status in
        ('WRITING', 'SUBMITTED', 'ENTERED', 'SELECTED', 'RESERVE', 'NOT_SELECTED', 'NOT_RECOMMENDED', 'NOT_ACCEPTED',
         'CREDIT_REFUSED', 'WITHDRAWN', 'LAPSED')),
    answers     jsonb       not null default '{}', -- as submitted, corrections included
    sha256      text, -- of the answers as received
    receipt     text        unique,
    received_at timestamptz,
    received_by text,
    opened_at   timestamptz not null,
    ended_at    timestamptz
);

create unique index application_once on selection.application (round, track, applicant)
    where status not in ('WITHDRAWN', 'LAPSED');
create index application_of_round on selection.application (round, track, status);
create index application_of_applicant on selection.application (applicant, opened_at desc);

-- 联合申报单位和合作企业.
create table selection.partner (
    application  uuid    not null references selection.application,
    place        integer not null,
    organization text, -- where it is known here
    name         text    not null,
    kind         text    not null, -- of organisation
    credit       text, -- what the credit check found
    primary key (application, place)
);

create index partner_organization on selection.partner (organization);

-- 市县推荐意见, in the order of the route.
create table selection.recommendation (
    application uuid        not null references selection.application,
    place       integer     not null,
    organ       text        not null,
    recommended boolean     not null,
    rank        integer     check (rank > 0),
    opinion     text        not null,
    actor       text        not null,
    at          timestamptz not null,
    primary key (application, place)
);

-- 专家库.
create table selection.expert (
    username      text    primary key, -- identity.account with the role EXPERT
    fields        text[]  not null,
    title         text    not null default '', -- 职称
    province      text    not null,
    greatest_load integer check (greatest_load > 0), -- null: no limit of one's own
    active        boolean not null default true
);

-- 利害关系: declared by the expert, or entered by the secretary.
create table selection.relation (
    expert       text        not null references selection.expert,
    organization text        not null,
    kind         text        not null check (kind in ('EMPLOYED', 'FORMERLY_EMPLOYED', 'COOPERATES', 'KIN', 'OTHER')),
    note         text        not null default '',
    declared_by  text        not null,
    declared_at  timestamptz not null,
    ended_at     timestamptz,
    primary key (expert, organization, kind)
);

-- 分派: who is to judge what; rows are never deleted, a recusal ends one and a replacement is a new one.
create table selection.assignment (
    application  uuid        not null references selection.application,
    expert       text        not null,
    round        uuid        not null references selection.round,
    track        text        not null,
    seed         bigint      not null,
    explanation  jsonb       not null, -- fields in common, load, what was checked
    assigned_at  timestamptz not null,
    replaces     text, -- the expert in whose place
    ended_at     timestamptz,
    ended_reason text        check (ended_reason in ('RECUSED', 'REPLACED', 'LATE', 'WITHDRAWN')),
    ended_note   text,
    primary key (application, expert)
);

create index assignment_of_expert on selection.assignment (expert, round, track) where ended_at is null;
create index assignment_of_round on selection.assignment (round, track);

-- 评分表: one for each expert, application and turn; drafts are saved while typing, a submitted one stays as it is.
create table selection.sheet (
    application  uuid        not null references selection.application,
    expert       text        not null,
    turn         integer     not null default 1 check (turn in (1, 2)),
    scores       jsonb       not null default '{}', -- criterion: points
    comment      text        not null default '' check (length(comment) <= 4000),
    saved_at     timestamptz not null,
    submitted_at timestamptz,
    primary key (application, expert, turn)
);

-- 排名, computed from the submitted sheets of all of a track; computed again it takes the place of the former.
create table selection.ranking_row (
    round       uuid        not null references selection.round,
    track       text        not null,
    application uuid        not null references selection.application,
    place       integer     not null,
    tied        boolean     not null,
    score       numeric(9, 4) not null,
    spread      numeric(9, 4) not null,
    alarm       boolean     not null, -- the spread asks for a second turn
    arithmetic  jsonb       not null,
    computed_at timestamptz not null,
    primary key (round, application)
);

create index ranking_in_order on selection.ranking_row (round, track, place);

-- 建议名单 of the convening department.
create table selection.proposal (
    application uuid        primary key references selection.application,
    outcome     text        not null check (outcome in ('SELECTED', 'RESERVE', 'NOT_SELECTED')),
    reason      text        not null default '', -- required where it departs from the rank
    actor       text        not null,
    at          timestamptz not null
);

-- 联合决定 and later changes after objections; each is a record of its own.
create table selection.decision (
    id        uuid        primary key,
    round     uuid        not null references selection.round,
    number    integer     not null,
    kind      text        not null check (kind in ('JOINT', 'AMENDMENT')),
    held_on   date        not null,
    attendees text[]      not null,
    minutes   text        not null,
    actor     text        not null,
    at        timestamptz not null,
    unique (round, number)
);

create table selection.decision_line (
    decision    uuid not null references selection.decision,
    application uuid not null references selection.application,
    outcome     text not null check (outcome in ('SELECTED', 'RESERVE', 'NOT_SELECTED')),
    reason      text not null default '',
    primary key (decision, application)
);

-- 名册: pilots, recognised alliances, enterprises, bases and projects.
create table selection.recognition (
    id           uuid    primary key,
    number       text    not null unique,
    application  uuid    unique references selection.application,
    programme    text    not null,
    round        uuid    references selection.round,
    register     text    not null check (register in ('PILOT', 'ALLIANCE', 'ENTERPRISE', 'BASE', 'PROJECT', 'RECOMMENDATION')),
    track        text    not null,
    province     text    not null,
    organization text    not null,
    title        text    not null,
    status       text    not null check (status in ('ACTIVE', 'RECTIFYING', 'COMPLETED', 'WITHDRAWN')),
    valid_from   date    not null,
    valid_to     date    not null check (valid_to > valid_from),
    ended_on     date,
    ended_reason text    not null default ''
);

create index recognition_listed on selection.recognition (register, province, valid_from desc);
create index recognition_of_organization on selection.recognition (organization);

-- 中期检查、第三方评价.
create table selection.evaluation (
    id          uuid        primary key,
    recognition uuid        not null references selection.recognition,
    kind        text        not null check (kind in ('MIDTERM', 'FINAL', 'THIRD_PARTY')),
    evaluator   text        not null,
    grade       text        not null check (grade in ('EXCELLENT', 'GOOD', 'PASS', 'FAIL')),
    conclusion  text        not null check (conclusion in ('KEEP', 'RECTIFY', 'WITHDRAW')),
    text        text        not null,
    actor       text        not null,
    at          timestamptz not null
);

create index evaluation_of_recognition on selection.evaluation (recognition, at desc);
