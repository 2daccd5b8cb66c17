-- Files of the inbox that were taken, by what is in them: names come again.

create table inbox_file (
  sha256      varchar(64)  primary key,
  name        varchar(1000) not null,
  taken_at    bigint       not null
);
