-- One vote on one matter of a case. A matter that is not carried may be put to the vote again: the next number.
create table workflow.vote (
    id            uuid        primary key,
    case_id       uuid        not null,
    subject       text        not null,
    number        integer     not null check (number > 0),
    title         text        not null,
    matter        jsonb       not null,
    seats         integer     not null check (seats >= 0), -- all units of the council
    quorum        text        not null,
    quorum_base   text        not null check (quorum_base in ('ALL', 'VOTING')),
    majority      text        not null,
    majority_base text        not null check (majority_base in ('ALL', 'PRESENT')),
    opened_at     timestamptz not null,
    closed_at     timestamptz,
    carried       boolean,
    unique (case_id, subject, number),
    check ((closed_at is null) = (carried is null))
);

-- One unit, one vote.
create table workflow.ballot (
    vote    uuid        not null references workflow.vote,
    unit    text        not null, -- code of an organisation
    place   integer     not null,
    choice  text        check (choice in ('FOR', 'AGAINST', 'ABSTAIN', 'ABSENT')),
    remark  text        not null check (length(remark) <= 1000),
    actor   text,
    cast_at timestamptz,
    primary key (vote, unit),
    check ((choice is null) = (cast_at is null)),
    check ((choice is null or choice = 'ABSENT') = (actor is null))
);
