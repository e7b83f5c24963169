-- Counts the saves of a draft, so that the second of two editors is told of the first.
alter table selection.programme add column revision integer not null default 0;

-- One draft of a programme at a time: two editors work on the same one.
create unique index programme_one_draft on selection.programme (key) where status = 'DRAFT';
