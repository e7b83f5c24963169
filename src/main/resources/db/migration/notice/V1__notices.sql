create schema if not exists notice;

-- What somebody is told: one row for each person. The words are made when it is read, in the reader's language.
create table notice.notice (
    id        bigint      generated always as identity primary key,
    recipient text        not null, -- identity.account
    kind      text        not null, -- NoticeKind
    case_id   uuid        not null, -- workflow.case_file
    task_id   text, -- workflow.task; null where it concerns the whole case
    arguments text[]      not null, -- title and number of the case, who did it, in what words
    at        timestamptz not null,
    read_at   timestamptz
);

create index notice_of_recipient on notice.notice (recipient, id desc);
create index notice_unread on notice.notice (recipient, id desc) where read_at is null;
