-- Texts of chats that are still to be injected, sealed with a key that is not in this database.
create table chat (
  job_seq     bigint primary key references job (seq) on delete cascade,
  sealed      text   not null
);

-- When the answer to a submission was first lost: the vendor may have it.
alter table job add column lost_at bigint;
