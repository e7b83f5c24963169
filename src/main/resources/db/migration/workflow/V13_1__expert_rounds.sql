-- Expert opinions or a site visit on one subject of a case; a subject may be asked again: the next number.
create table workflow.expert_round (
    id        uuid        primary key,
    case_id   uuid        not null references workflow.case_file on delete cascade,
    subject   text        not null,
    number    integer     not null check (number > 0),
    way       text        not null check (way in ('EXPERTS', 'VISIT')),
    text      text        not null check (length(text) <= 2000), -- the question, or the plan of the visit
    limit_at  timestamptz not null,
    opened_at timestamptz not null,
    unique (case_id, subject, number)
);

create table workflow.expert_opinion (
    round      uuid        not null references workflow.expert_round on delete cascade,
    expert     text        not null, -- identity.account; of a visit: who recorded it
    place      integer     not null,
    conclusion text        check (conclusion in ('AGREE', 'AGREE_WITH_CONDITIONS', 'DISAGREE', 'SILENT')),
    text       text        not null check (length(text) <= 4000),
    given_at   timestamptz,
    primary key (round, expert),
    check ((conclusion is null) = (given_at is null))
);
