-- Set in the transaction of the call: if its answer is lost, it has been done all the same.
alter table rest.answer add changed boolean not null default false;
