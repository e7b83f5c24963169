create schema if not exists calendar;

-- What the published calendar does not say: the holidays of a year announced since, or a rest day of one province.
create table calendar.day (
    jurisdiction text        not null, -- 'CN': everywhere
    day          date        not null,
    works        boolean     not null,
    reason       text        not null check (length(reason) between 1 and 200),
    source       text        not null check (length(source) <= 200), -- the notice that says so
    changed_by   text        not null,
    changed_at   timestamptz not null,
    primary key (jurisdiction, day)
);

-- Years whose holidays have been announced since; their days are no longer provisional.
create table calendar.announced (
    year         integer     primary key,
    source       text        not null check (length(source) between 1 and 200),
    changed_by   text        not null,
    changed_at   timestamptz not null
);
