alter table selection.round
    add column note         text not null default '', -- 申报说明, in the call
    add column ended_reason text not null default ''; -- of a round that came to no result

-- Batches of messages to the applications of a round, for their progress.
create table selection.round_message (
    round    uuid        not null references selection.round,
    message  text        not null check (message in ('windowClosed', 'roundCancelled', 'selectionDecided')),
    batch    text, -- of the engine; null where there was nobody to tell
    told     integer     not null,
    begun_at timestamptz not null,
    primary key (round, message)
);
