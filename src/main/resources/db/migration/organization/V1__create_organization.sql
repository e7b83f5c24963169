create schema if not exists organization;

create table organization.region (
    code   text primary key,
    name   text not null,
    level  text not null check (level in ('province', 'prefecture', 'county')),
    parent text
);

create index region_parent on organization.region (parent);

create table organization.major (
    code     text primary key,
    name     text not null,
    class    text not null,
    category text not null,
    level    text not null
);

create table organization.organization (
    code        text    primary key check (code ~ '^[A-Za-z0-9-]{1,40}$'),
    kind        text    not null,
    level       text    not null check (level in ('NATIONAL', 'PROVINCE', 'CITY', 'COUNTY')),
    province    text    not null,
    region      text, -- nothing for a national body
    ownership   text,
    supervisor  text,
    sector      text    check (sector in ('AGRICULTURE', 'INDUSTRY', 'SERVICES')),
    school_type text,
    industry    text,
    short_name  text,
    position    integer not null -- order in lists: departments first
);

create index organization_order on organization.organization (position, code);
create index organization_region on organization.organization (region text_pattern_ops);

create table organization.name (
    organization text not null references organization.organization on delete cascade,
    name_zh      text not null check (length(name_zh) between 1 and 200),
    name_en      text,
    valid_from   date, -- first day; nothing: since ever
    valid_to     date, -- last day; nothing: until further notice
    unique nulls not distinct (organization, valid_from),
    check (valid_from <= valid_to)
);

create table organization.function (
    jurisdiction text not null,
    function     text not null,
    organization text not null references organization.organization,
    valid_from   date,
    valid_to     date,
    unique nulls not distinct (jurisdiction, function, valid_from),
    check (valid_from <= valid_to)
);

create index function_organization on organization.function (organization);
