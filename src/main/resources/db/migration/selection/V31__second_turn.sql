-- 复评: applications that are judged once more because their sheets lay too far apart.
create table selection.second_turn (
    round       uuid        not null references selection.round,
    application uuid        not null references selection.application,
    reason      text        not null,
    actor       text        not null,
    at          timestamptz not null,
    primary key (round, application)
);
