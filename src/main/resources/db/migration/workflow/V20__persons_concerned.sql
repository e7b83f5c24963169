-- A case may concern one person of an organisation and not the others: an expert who is asked.
alter table workflow.participant add column account text not null default ''; -- nothing: all who act for the organisation
alter table workflow.participant drop constraint participant_pkey;
alter table workflow.participant add primary key (organization, case_id, account);
