create schema if not exists credit;

create table credit.record (
    id           uuid primary key,
    organization text not null, -- organization.organization.code
    kind         text not null check (kind in ('DISHONESTY', 'SANCTION', 'REMARK')),
    reason       text not null check (length(reason) between 1 and 1000),
    source       text not null check (length(source) between 1 and 200),
    decision     text, -- number of the decision, nothing where the source gives none
    valid_from   date not null,
    valid_to     date, -- last day; nothing: until it is repaired
    repaired_on  date,
    check (valid_from <= valid_to)
);

create index record_organization on credit.record (organization);
