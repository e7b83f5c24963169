-- Somebody without an account hands in a file too: then nobody's name stands here.
alter table document.attachment alter column uploader drop not null;

-- Not all who may see a case may see what was handed in in confidence.
alter table document.attachment_of_case add column confidential boolean not null default false;
