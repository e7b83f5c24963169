create schema if not exists ledger;

-- Fields (领域) in which demand and supply are compared.
create table ledger.field (
    code     text    primary key check (code ~ '^[a-z0-9-]{1,40}$'),
    sector   text    not null check (sector in ('AGRICULTURE', 'INDUSTRY', 'SERVICES')),
    name_zh  text    not null,
    name_en  text    not null,
    position integer not null
);

create table ledger.round (
    id                uuid        primary key,
    case_id           uuid, -- nothing for a round that was not opened by a case
    jurisdiction      text        not null,
    year              integer     not null check (year between 2000 and 2100),
    version           integer,
    demand_department text        not null,
    status            text        not null check (status in ('OPEN', 'FROZEN', 'WITHDRAWN')),
    copied_from       uuid        references ledger.round,
    opened_at         timestamptz not null,
    frozen_at         timestamptz,
    check ((status = 'FROZEN') = (version is not null)),
    check ((status = 'FROZEN') = (frozen_at is not null)),
    unique (jurisdiction, year, version)
);

create unique index round_open_of_case on ledger.round (case_id) where status = 'OPEN';
create index round_of_case on ledger.round (case_id, opened_at);

create table ledger.ledger (
    id            uuid primary key,
    round_id      uuid not null references ledger.round on delete cascade,
    type          text not null check (type in ('AGRICULTURE', 'INDUSTRY', 'SERVICES', 'SUPPLY')),
    owner         text not null, -- organisation that submits it
    co_owner      text not null, -- organisation that confirms it
    author        text not null, -- organisation that writes the entries; the owner but for the services
    status        text not null check (status in ('OPEN', 'SUBMITTED', 'CONFIRMED')),
    merge_note    text check (length(merge_note) <= 2000),
    return_reason text check (length(return_reason) <= 2000),
    submitted_at  timestamptz,
    confirmed_at  timestamptz,
    check (co_owner <> owner),
    unique (round_id, type)
);

create table ledger.survey (
    id          uuid    primary key,
    ledger_id   uuid    not null references ledger.ledger on delete cascade,
    position    integer not null,
    title       text    not null check (length(title) between 1 and 200),
    survey_date date    not null,
    method      text    not null check (length(method) between 1 and 200),
    sample      integer not null check (sample between 1 and 1000000),
    unique (ledger_id, title)
);

create table ledger.entry (
    id           uuid        primary key,
    ledger_id    uuid        not null references ledger.ledger on delete cascade,
    state        text        not null default 'VALID' check (state in ('PROPOSED', 'VALID')),
    sector       text        not null check (sector in ('AGRICULTURE', 'INDUSTRY', 'SERVICES')),
    field        text        not null references ledger.field,
    organization text        not null,
    kind         text        not null check (kind in ('TALENT', 'TECHNOLOGY', 'OTHER')),
    level        text        check (level in ('GRADUATE', 'UNDERGRADUATE', 'HIGHER_VOCATIONAL', 'SECONDARY_VOCATIONAL',
                                              'SKILLED_WORKER', 'TECHNICIAN', 'SENIOR_ENGINEER')),
    specialty    text,
    number       integer     not null check (number between 1 and 1000000),
    year         integer     not null check (year between 2000 and 2100),
    stage        text        check (stage in ('BASIC', 'APPLIED', 'TRANSFER')),
    text         text        check (length(text) between 1 and 2000),
    survey_id    uuid        references ledger.survey on delete set null,
    author       text        not null, -- organisation that wrote it
    sequence     bigint      generated always as identity,
    check ((kind = 'TALENT') = (level is not null)),
    check ((kind = 'TECHNOLOGY') = (stage is not null)),
    check (kind = 'TALENT' or text is not null)
);

create index entry_order on ledger.entry (ledger_id, sequence);
create index entry_field on ledger.entry (ledger_id, field, kind, level);
create index entry_organization on ledger.entry (organization);
create index entry_survey on ledger.entry (survey_id);

create table ledger.plan (
    round_id   uuid        primary key references ledger.round on delete cascade,
    text       text        not null check (length(text) between 1 and 4000),
    author     text        not null, -- organisation that wrote it
    written_at timestamptz not null
);

create table ledger.match (
    id       uuid    primary key,
    round_id uuid    not null references ledger.round on delete cascade,
    position integer not null,
    note     text    check (length(note) <= 1000),
    unique (round_id, position)
);

create table ledger.match_entry (
    match_id uuid not null references ledger.match on delete cascade,
    entry_id uuid not null references ledger.entry,
    side     text not null check (side in ('DEMAND', 'SUPPLY')),
    primary key (match_id, entry_id)
);

create index match_entry_entry on ledger.match_entry (entry_id);
