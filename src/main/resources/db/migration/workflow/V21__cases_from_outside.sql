-- A case that comes from outside, such as an objection of the public: nobody with an account started it.
alter table workflow.case_file alter column starter drop not null;

-- A period that runs by itself, such as a public notice: nobody is late when it ends.
alter table workflow.clock add column is_period boolean not null default false;
