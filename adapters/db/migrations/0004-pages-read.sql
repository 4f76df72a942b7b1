-- How far reading is, for people who wait for a long document. No event: it tells nothing once the document is read.
alter table documents add column pages_done integer, add column pages_total integer;
