-- Whether a job came with many others, and waits behind those that somebody waits for where an account's budget is scarce.
alter table job add column bulk boolean default false not null;
