alter table identity.account
    add mail          text check (length(mail) between 3 and 254),
    add mail_delivery text not null default 'NONE' check (mail_delivery in ('NONE', 'AT_ONCE', 'DAILY')),
    add check (mail is not null or mail_delivery = 'NONE');

create index account_by_delivery on identity.account (mail_delivery) where mail_delivery <> 'NONE';

-- to the minute: not every call writes
alter table identity.token add used_at timestamptz;
