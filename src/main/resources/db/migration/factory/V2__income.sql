-- one realised return; amounts in 万元
create table factory.income (
    case_id       uuid primary key,
    factory       uuid not null references factory.factory,
    event_date    date not null,
    period_from   date not null,
    period_to     date not null,
    gross         numeric(14, 2) not null check (gross >= 0),
    cost          numeric(14, 2) not null check (cost >= 0),
    return_amount numeric(14, 2) not null check (return_amount >= 0),
    status        text not null check (status in ('REPORTED', 'FILED', 'BOOKED', 'WITHDRAWN')),
    reported_at   timestamptz not null,
    filing_number text,
    filed_on      date,
    budget_entry  text,
    booked_on     date,
    retained      numeric(14, 2),
    value_start   numeric(14, 2),
    value_end     numeric(14, 2),
    check (period_from <= period_to),
    check (status <> 'BOOKED' or filed_on is not null) -- filed first, booked then
);

create index income_factory on factory.income (factory);

create table factory.income_use (
    case_id  uuid not null references factory.income on delete cascade,
    position integer not null,
    category text not null check (category in ('TEACHING', 'REINVESTMENT', 'COST', 'OTHER')),
    amount   numeric(14, 2) not null check (amount > 0),
    note     text not null,
    primary key (case_id, position)
);

create table factory.value_statement (
    factory     uuid not null references factory.factory,
    year        integer not null,
    value_start numeric(14, 2) not null check (value_start >= 0),
    value_end   numeric(14, 2) not null check (value_end >= 0),
    gross       numeric(14, 2) not null check (gross >= 0),
    remark      text not null,
    case_id     uuid,
    stated_on   date not null,
    primary key (factory, year)
);

create table factory.alarm (
    id          uuid primary key,
    factory     uuid not null references factory.factory,
    case_id     uuid not null, -- the case in which it came up
    kind        text not null check (kind in ('USE', 'VALUE')),
    amount      numeric(14, 2) not null, -- used outside, or lost
    raised_at   timestamptz not null,
    resolved_at timestamptz,
    resolution  text,
    unique (case_id, kind)
);

create index alarm_factory on factory.alarm (factory);
