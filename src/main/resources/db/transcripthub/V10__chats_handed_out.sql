-- When a chat was handed out to be sent; null once it is known what came of that.
alter table chat add column handed_out_at bigint;
