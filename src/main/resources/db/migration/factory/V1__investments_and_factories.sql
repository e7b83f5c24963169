create schema if not exists factory;

-- one application; the case's number and timeline are with the workflow
create table factory.investment (
    case_id           uuid primary key,
    kind              text not null check (kind in ('ESTABLISH', 'CHANGE', 'INCREASE', 'EXIT')),
    school            text not null, -- organization.organization.code
    factory           uuid, -- the registered one, but for ESTABLISH
    name              text not null check (length(name) between 1 and 100),
    industry_organ    text not null,
    finance_organ     text not null,
    teaching_link     text not null,
    ownership         text not null check (ownership in ('SCHOOL_ONLY', 'SHAREHOLDING', 'MIXED')),
    school_share      numeric(5, 2) not null check (school_share > 0 and school_share <= 100),
    total_investment  numeric(14, 2) not null check (total_investment >= 0), -- 万元, as all amounts
    income_use_plan   text not null,
    value_plan        text not null,
    investor_duties   text not null,
    exit_plan         text not null,
    resolved_on       date not null, -- collective decision of the school
    status            text not null,
    consented_at      timestamptz, -- by the industry department
    decided_at        timestamptz, -- by the finance department
    conditions        text,
    refusal           text, -- reasons and remedies
    decision_number   text,
    extension         text, -- why finance takes longer, which it may once
    answers           jsonb not null, -- the application form as handed in last
    applied_at        timestamptz not null
);

create index investment_factory on factory.investment (factory);

create table factory.investment_asset (
    case_id         uuid not null references factory.investment on delete cascade,
    position        integer not null,
    kind            text not null,
    name            text not null,
    book_value      numeric(14, 2) not null check (book_value >= 0),
    appraised_value numeric(14, 2) not null check (appraised_value >= 0),
    primary key (case_id, position)
);

create table factory.investment_partner (
    case_id      uuid not null references factory.investment on delete cascade,
    position     integer not null,
    organization text not null,
    share        numeric(5, 2) not null check (share > 0 and share < 100),
    contribution numeric(14, 2) not null check (contribution >= 0),
    primary key (case_id, position)
);

-- the register
create table factory.factory (
    id              uuid primary key,
    number          text not null unique,
    school          text not null,
    region          text not null, -- of the school, GB/T 2260
    name            text not null,
    industry_organ  text not null,
    finance_organ   text not null,
    status          text not null check (status in ('ACTIVE', 'EXITED')),
    registered_on   date not null,
    exited_on       date,
    source          text not null default ''
);

create index factory_region on factory.factory (region text_pattern_ops);
create index factory_school on factory.factory (school);

create table factory.factory_number (
    year integer primary key,
    last integer not null
);

-- each approved investment, in order; what a factory has follows from them
create table factory.entry (
    factory         uuid not null references factory.factory,
    case_id         uuid not null references factory.investment,
    position        integer not null,
    entered_on      date not null,
    decision_number text,
    primary key (factory, position),
    unique (case_id)
);
