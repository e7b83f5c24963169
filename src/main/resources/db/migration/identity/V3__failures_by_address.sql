-- Wrong passwords by network address, for the minutes in which they count.
create table identity.failed_login (
    username text        not null references identity.account on delete cascade,
    address  text        not null, -- empty where none is known
    attempts integer     not null,
    last_at  timestamptz not null,
    primary key (username, address)
);
