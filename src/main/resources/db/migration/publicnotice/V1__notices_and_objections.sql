create schema if not exists publicnotice;

-- A public notice (公示) of a list that a case has come to. What was published never changes: a correction is a new notice.
create table publicnotice.notice (
    id           uuid        primary key,
    case_id      uuid        not null, -- workflow.case_file
    number       text        unique, -- 辽教公示〔2026〕1号; null until it is published
    organ        text        not null, -- organization
    state        text        not null check (state in ('DRAFT', 'RUNNING', 'CLOSED', 'WITHDRAWN')),
    title        text        not null check (length(title) between 1 and 200),
    title_en     text        check (length(title_en) between 1 and 300),
    introduction text        not null check (length(introduction) between 1 and 4000),
    clause       text        not null, -- policy clause of the procedure
    working_days integer     not null check (working_days > 0),
    headings     text[]      not null, -- of the further columns of the list
    contact      text        not null check (length(contact) <= 300), -- how to reach the organ; empty if only by this form
    former       uuid        references publicnotice.notice, -- the notice that this one corrects
    prepared_at  timestamptz not null,
    published_at timestamptz,
    first_day    date, -- the day of publication is not counted
    last_day     date, -- as reckoned when it was published, and again when it was closed
    closed_at    timestamptz,
    withdrawn_by text, -- identity.account; null where the case itself was taken back
    reason       text        check (length(reason) between 1 and 500), -- of the withdrawal
    check ((state = 'DRAFT') = (number is null)),
    check ((number is null) = (published_at is null)),
    check ((number is null) = (first_day is null)),
    check ((number is null) = (last_day is null)),
    check ((state in ('CLOSED', 'WITHDRAWN')) = (closed_at is not null)),
    check ((state = 'WITHDRAWN') = (reason is not null))
);

create index notice_newest on publicnotice.notice (published_at desc, id) where published_at is not null;
-- one after another, never two of one case at once
create unique index notice_running on publicnotice.notice (case_id) where state = 'RUNNING';
create index notice_of_case on publicnotice.notice (case_id, prepared_at);

create table publicnotice.entry (
    notice       uuid    not null references publicnotice.notice on delete cascade,
    place        integer not null check (place > 0),
    subject      text    not null check (length(subject) between 1 and 100), -- what the procedure knows it by
    organization text    not null check (length(organization) between 1 and 200), -- name
    region       text    not null check (length(region) <= 100),
    texts        text[]  not null, -- under the headings of the notice
    primary key (notice, place),
    unique (notice, subject)
);

-- An objection (异议). Name and contact are for the organ alone and stand nowhere else.
create table publicnotice.objection (
    id              uuid        primary key,
    case_id         uuid        not null unique, -- workflow.case_file: how it is dealt with
    number          text        not null unique, -- of that case
    notice          uuid        not null references publicnotice.notice,
    place           integer, -- the entry; null for the whole list
    name            text        not null check (length(name) between 2 and 50),
    contact         text        not null check (length(contact) between 5 and 100),
    facts           text        not null check (length(facts) between 20 and 2000),
    link            text        not null unique, -- SHA-256 of what the private link ends in
    state           text        not null
        check (state in ('RECEIVED', 'ACCEPTED', 'REFUSED', 'UPHELD', 'REJECTED', 'WITHDRAWN', 'CANCELLED')),
    filed_at        timestamptz not null,
    findings        text, -- of the investigation; for the organ
    proposal        text        check (proposal in ('UPHELD', 'REJECTED')),
    proposal_reason text,
    answer          text, -- the reasons that the objector is told
    document        text, -- number of the written answer
    closed_at       timestamptz,
    foreign key (notice, place) references publicnotice.entry,
    check ((state in ('WITHDRAWN', 'CANCELLED')) <= (closed_at is not null)),
    check ((document is not null) <= (closed_at is not null))
);

create index objection_of_notice on publicnotice.objection (notice, filed_at);
create index objection_open on publicnotice.objection (notice) where closed_at is null;

-- What the leader decided on an accepted objection; rows are only added.
create table publicnotice.decision (
    objection  uuid        primary key references publicnotice.objection,
    upheld     boolean     not null,
    reason     text        not null check (length(reason) between 1 and 4000),
    decided_by text        not null, -- identity.account
    decided_at timestamptz not null
);
