create schema if not exists alliance;

create table alliance.founding (
    case_id           uuid        primary key,
    title             text        not null check (length(title) between 1 and 200),
    sector            text        not null check (sector in ('AGRICULTURE', 'INDUSTRY', 'SERVICES')),
    fields            text[]      not null check (cardinality(fields) > 0),
    regions           text[]      not null,
    park              text,
    initiator         text        not null, -- code of an organisation: no foreign key to another module
    demand_department text        not null,
    layout            text        not null check (length(layout) between 1 and 4000),
    analysis          text        not null,
    type              text        not null check (type in ('SINGLE', 'INTEGRATED', 'COMPREHENSIVE', 'COMPOSITE')),
    status            text        not null check (status in ('PROPOSED', 'BUILDING', 'NOT_NOW', 'FOUNDED', 'WITHDRAWN')),
    decided_on        date,
    proposed_at       timestamptz not null,
    check (status not in ('BUILDING', 'NOT_NOW', 'FOUNDED') or decided_on is not null),
    check (type <> 'COMPREHENSIVE' or park is not null)
);

create index founding_status on alliance.founding (status);

create table alliance.meeting (
    id                 uuid        primary key,
    case_id            uuid        not null references alliance.founding,
    held_at            timestamp   not null, -- local time of the province
    place              text        not null,
    agenda             text        not null,
    participants       text[]      not null check (cardinality(participants) >= 3),
    ledger             text        not null,
    attended_demand    text,
    attended_education text,
    attended_science   text,
    attended_others    text,
    minutes            text,
    decision           text        check (decision in ('SINGLE', 'INTEGRATED', 'COMPREHENSIVE', 'COMPOSITE', 'NOT_NOW', 'SUPPLEMENT')),
    fields             text[],
    regions            text[],
    reasons            text,
    confirmed_by       text,
    confirmed_at       timestamptz,
    arranged_at        timestamptz not null,
    -- R-LNA-10: no decision without the three sides and the minutes.
    check (decision is null or attended_demand is not null and attended_education is not null
        and attended_science is not null and minutes is not null and reasons is not null)
);

create index meeting_case on alliance.meeting (case_id, arranged_at desc);

create table alliance.member (
    case_id      uuid        not null references alliance.founding,
    organization text        not null,
    kind         text        not null check (kind in ('ENTERPRISE', 'SCHOOL', 'INSTITUTE')),
    mode         text        not null check (mode in ('FULL', 'FLEXIBLE')),
    selected_by  text        not null,
    invited_by   text,
    reason       text        not null check (length(reason) between 1 and 4000),
    deviation    text,
    status       text        not null check (status in ('PROPOSED', 'CONSENTED', 'DECLINED', 'SILENT', 'WITHDRAWN')),
    contact      text,
    phone        text,
    answer       text,
    selected_at  timestamptz not null,
    decided_at   timestamptz,
    primary key (case_id, organization),
    check ((mode = 'FLEXIBLE') = (invited_by is not null)),
    check (mode = 'FULL' or kind <> 'ENTERPRISE'),
    check ((status = 'PROPOSED') = (decided_at is null))
);

create index member_organization on alliance.member (organization, status);

create table alliance.demonstration (
    case_id      uuid        not null references alliance.founding,
    department   text        not null,
    kind         text        not null check (kind in ('ENTERPRISE', 'SCHOOL', 'INSTITUTE')),
    text         text        not null check (length(text) between 1 and 4000),
    recorded_at  timestamptz not null,
    primary key (case_id, kind, recorded_at)
);
