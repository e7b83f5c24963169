-- The clauses of the procedure, as it carried them when the task began: a general part rests on those of who called it.
alter table workflow.task add column clause text;
