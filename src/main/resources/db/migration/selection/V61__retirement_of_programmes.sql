-- 停用: while a row has no end, no round of the programme begins; those that have begun go on.
create table selection.retirement (
    programme   text        not null,
    number      integer     not null check (number > 0),
    reason      text        not null check (length(reason) between 5 and 500),
    retired_by  text        not null, -- identity.account
    retired_at  timestamptz not null,
    restored_by text, -- identity.account
    restored_at timestamptz check (restored_at >= retired_at),
    primary key (programme, number),
    check ((restored_by is null) = (restored_at is null))
);

create unique index retirement_in_force on selection.retirement (programme) where restored_at is null;

-- A programme is retired, not a version of it.
alter table selection.programme drop constraint programme_status_check;
alter table selection.programme add constraint programme_status_check check (status in ('DRAFT', 'PUBLISHED'));
