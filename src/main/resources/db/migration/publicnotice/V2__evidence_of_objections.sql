-- What an objector handed in as evidence (证据材料). Name and content lie with the attachments, in confidence.
create table publicnotice.evidence (
    objection   uuid        not null references publicnotice.objection,
    number      integer     not null check (number > 0),
    attachment  uuid        not null unique, -- document.attachment
    media_type  text        not null,
    size        bigint      not null check (size > 0), -- bytes
    sha256      text        not null check (length(sha256) = 64),
    received_at timestamptz not null,
    primary key (objection, number)
);
