-- The outbox: written in the transaction of the notice, sent afterwards, again and again until it went or was given up.
create table notice.mail (
    id          bigint      generated always as identity primary key,
    recipient   text        not null, -- identity.account
    notice_id   bigint      references notice.notice on delete cascade, -- null for a daily digest
    digest_on   date,
    since       timestamptz, -- a digest tells what came later and is unread
    written_at  timestamptz not null,
    attempts    integer     not null default 0,
    next_at     timestamptz, -- of the next attempt; null when there is none
    sent_at     timestamptz,
    given_up_at timestamptz,
    problem     text, -- MailProblem of the last attempt
    unique (recipient, digest_on),
    check ((notice_id is null) = (digest_on is not null)),
    check (sent_at is null or next_at is null),
    check (given_up_at is null or next_at is null and problem is not null)
);

create index mail_due on notice.mail (next_at, id) where next_at is not null;
create index mail_given_up on notice.mail (given_up_at desc, id) where given_up_at is not null;
create index mail_of_notice on notice.mail (notice_id);
