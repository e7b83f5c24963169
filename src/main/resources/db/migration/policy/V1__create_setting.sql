create schema if not exists policy;

create table policy.setting (
    key        text    primary key,
    type       text    not null check (type in ('NUMBER', 'FRACTION', 'FLAG', 'CHOICE')),
    value      text    not null check (length(value) between 1 and 200),
    unit       text,
    min        integer,
    max        integer,
    choices    text, -- words divided by |
    label_zh   text    not null,
    label_en   text    not null,
    basis      text    not null,
    is_default boolean not null,
    position   integer not null,
    changed_at timestamptz -- nothing: as delivered
);
