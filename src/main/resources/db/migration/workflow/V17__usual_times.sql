-- How long a step usually takes is read from its latest hundred.
create index task_done_of_step on workflow.task (process, step, ended_at desc) where state = 'DONE';
