-- One notice of what an applicant has to correct (一次性告知), by stage and round.
create table workflow.correction (
    id           uuid        primary key,
    case_id      uuid        not null references workflow.case_file on delete cascade,
    stage        text        not null,
    round        integer     not null check (round > 0),
    status       text        not null check (status in ('PROPOSED', 'REJECTED', 'OPEN', 'CORRECTED', 'LAPSED')),
    definition   text        not null, -- deployed version of the process whose form has the defects
    process      text        not null,
    step         text        not null,
    organ        text        not null, -- that asks
    applicant    text        not null, -- that corrects
    approved_by  text, -- the leader's, where the stage had a round before (default D13)
    reason       text        check (length(reason) <= 500),
    former       jsonb       not null, -- the answers as they were when the defects were found
    corrected    jsonb,
    note         text        check (length(note) <= 1000),
    raised_at    timestamptz not null,
    corrected_at timestamptz,
    unique (case_id, stage, round),
    check ((status = 'CORRECTED') = (corrected_at is not null)),
    check ((corrected is null) = (corrected_at is null))
);

create table workflow.defect (
    correction uuid        not null references workflow.correction on delete cascade,
    position   integer     not null,
    field      text        not null, -- data path in the form, such as assets[0].value
    label      text        not null,
    label_en   text        not null,
    reason     text        not null check (length(reason) between 1 and 500),
    raised_by  text        not null,
    raised_at  timestamptz not null,
    outcome    text        check (outcome in ('CLOSED', 'OPEN', 'LAPSED')),
    closed_by  text, -- null where the deadline did it
    closed_at  timestamptz,
    primary key (correction, position),
    check ((outcome is null) = (closed_at is null))
);
