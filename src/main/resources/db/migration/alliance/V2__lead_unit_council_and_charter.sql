-- 遴选责任部门: each round of nominations with its judgements and its decision.
create table alliance.lead_nomination (
    id           uuid        primary key,
    case_id      uuid        not null references alliance.founding,
    round        integer     not null check (round > 0),
    organization text        not null, -- code of an organisation
    reason       text        not null check (length(reason) between 1 and 4000),
    nominated_by text        not null,
    nominated_at timestamptz not null,
    unique (case_id, round, organization)
);

create table alliance.lead_judgement (
    nomination uuid        not null references alliance.lead_nomination,
    department text        not null,
    criterion  text        not null check (criterion in ('INDUSTRY_LEADER', 'OVERALL_STRENGTH', 'TOP_LEVEL', 'ABLE_TO_LEAD')),
    met        boolean     not null,
    evidence   text        not null check (length(evidence) between 1 and 1000),
    actor      text        not null,
    judged_at  timestamptz not null,
    primary key (nomination, department, criterion)
);

create table alliance.lead_unit (
    nomination uuid        primary key references alliance.lead_nomination,
    case_id    uuid        not null references alliance.founding,
    round      integer     not null,
    chair      boolean     not null,
    reason     text        not null,
    decided_by text        not null,
    decided_at timestamptz not null,
    accepted   boolean,
    answer     text        not null default '',
    answered_at timestamptz,
    check ((accepted is null) = (answered_at is null))
);

create unique index lead_unit_one_chair on alliance.lead_unit (case_id, round) where chair;

-- 理事会: who sits in it, and how each unit is reached.
create table alliance.seat (
    case_id   uuid        not null references alliance.founding,
    unit      text        not null,
    kind      text        not null check (kind in ('MEMBER', 'GOVERNMENT')),
    person    text        not null check (length(person) between 1 and 50),
    post      text        not null check (length(post) between 1 and 100),
    phone     text        not null check (length(phone) <= 30),
    principal boolean     not null,
    named_at  timestamptz not null,
    primary key (case_id, unit),
    check (kind = 'GOVERNMENT' or principal)
);

create table alliance.liaison_office (
    case_id uuid not null references alliance.founding,
    member  text not null,
    office  text not null check (length(office) between 1 and 100),
    contact text not null check (length(contact) between 1 and 50),
    phone   text not null check (length(phone) <= 30),
    primary key (case_id, member)
);

create table alliance.internal_unit (
    case_id    uuid not null references alliance.founding,
    department text not null,
    name       text not null check (length(name) between 1 and 100),
    primary key (case_id, department)
);

create table alliance.council_meeting (
    id          uuid        primary key,
    case_id     uuid        not null references alliance.founding,
    number      integer     not null,
    convened_by text        not null,
    chaired_by  text        not null,
    held_on     date        not null,
    held_at     text        not null,
    place       text        not null,
    agenda      text        not null,
    deviation   text        not null,
    convened_at timestamptz not null,
    unique (case_id, number),
    check (chaired_by = convened_by)
);

create table alliance.secretariat (
    case_id   uuid primary key references alliance.founding,
    host      text not null,
    head      text not null check (length(head) between 1 and 50),
    post      text not null,
    address   text not null,
    platform  text not null check (length(platform) between 1 and 200),
    deviation text not null
);

-- A carried resolution is carried out by the secretariat.
create table alliance.resolution (
    id           uuid        primary key,
    case_id      uuid        not null references alliance.founding,
    number       integer     not null check (number > 0),
    subject      text        not null,
    title        text        not null,
    vote         uuid        not null, -- workflow.vote
    carried      boolean     not null,
    resolved_on  date        not null,
    task         text        not null,
    assignee     text, -- code of the unit that hosts the secretariat
    unique (case_id, number),
    check (not carried or assignee is not null)
);

create table alliance.expert (
    id           uuid primary key,
    case_id      uuid not null references alliance.founding,
    committee    text not null check (committee in ('INNOVATION', 'TALENT', 'POLICY', 'OTHER')),
    name         text not null check (length(name) between 1 and 50),
    organization text not null,
    title        text not null,
    domain       text not null check (domain in ('SCI_TECH', 'EDUCATION', 'MANAGEMENT', 'FINANCE', 'LAW', 'OTHER')),
    standing     text not null check (length(standing) between 1 and 500),
    place        integer not null,
    resolution   uuid references alliance.resolution,
    appointed_on date,
    check ((resolution is null) = (appointed_on is null))
);

create index expert_case on alliance.expert (case_id, place);

-- 章程: every version stays.
create table alliance.charter (
    id                uuid        primary key,
    case_id           uuid        not null references alliance.founding,
    version           integer     not null check (version > 0),
    status            text        not null check (status in ('DRAFT', 'PROPOSED', 'REJECTED', 'ADOPTED', 'RETURNED', 'FILED', 'WITHDRAWN')),
    sections          jsonb       not null,
    comments_handling text        not null,
    drafted_at        timestamptz not null,
    resolution        uuid        references alliance.resolution,
    adopted_on        date,
    filing_number     text        unique,
    filed_on          date,
    filed_by          text,
    remark            text        not null default '',
    unique (case_id, version),
    unique (id, adopted_on),
    check ((status in ('ADOPTED', 'RETURNED', 'FILED')) = (adopted_on is not null)),
    check ((adopted_on is null) = (resolution is null)),
    check ((status = 'FILED') = (filing_number is not null)),
    check (jsonb_exists_all(sections, array['guidingThought', 'charterName', 'nature', 'purpose', 'charterTasks',
        'organsAndDuties', 'meetingSystem', 'deliberationProcedure', 'resolutionExecution', 'cooperationInnovation',
        'cooperationEducation', 'cooperationDevelopment', 'charterDrafting', 'charterReview', 'charterAmendment',
        'entryIntoForce']))
);

create table alliance.rulebook (
    id         uuid    primary key,
    charter    uuid    not null,
    adopted_on date    not null,
    dated      date    not null,
    place      integer not null,
    title      text    not null check (length(title) between 1 and 200),
    text       text    not null check (length(text) between 1 and 4000),
    foreign key (charter, adopted_on) references alliance.charter (id, adopted_on),
    check (dated >= adopted_on)
);

-- The register (名册).
create table alliance.alliance (
    number        text        primary key,
    case_id       uuid        not null unique references alliance.founding,
    jurisdiction  text        not null,
    chair_unit    text        not null,
    founded_on    date        not null,
    filing_number text,
    filed_on      date,
    status        text        not null check (status in ('ACTIVE', 'DISSOLVED')),
    source        text        not null default '', -- where the entry is from, if not from a case here
    entered_at    timestamptz not null
);

create index alliance_newest on alliance.alliance (founded_on desc, number);
