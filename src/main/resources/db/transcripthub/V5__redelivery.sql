-- Whether a delivery is made once more for a transcript that the sink, or one before it, has had. It settles nothing anew.
alter table delivery add column again boolean default false not null;

-- For what goes by age. Not by updated_at: that would be written with every step of a job.
create index job_created on job (created_at);
