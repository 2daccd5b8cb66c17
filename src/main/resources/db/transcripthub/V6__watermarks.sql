-- Up to when an account's vendor has been asked for recordings, and what it listed is stored.
create table watermark (
  account     varchar(100) primary key,
  reached     bigint       not null
);
