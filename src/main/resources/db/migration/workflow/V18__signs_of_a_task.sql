-- Whether anybody was ever asked beside a task stands with the task: the lock on it covers the answer, and the many
-- tasks beside which nobody is asked cost no look.
alter table workflow.task add column signs integer not null default 0;
update workflow.task t set signs = (select count(*) from workflow.sign_request s where s.task_id = t.id);
