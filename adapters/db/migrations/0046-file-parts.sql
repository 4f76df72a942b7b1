-- A file of several documents: the uploaded document keeps the first pages, every later part is a document of its own. Pages are those of the file;
-- null = the document is its whole file. `last_page` before `first_page`: a person has moved all pages elsewhere.
alter table documents
  add column part_of text references documents on delete cascade,
  add column first_page integer,
  add column last_page integer,
  add constraint pages_of_a_part check (part_of is null or (first_page is not null and last_page is not null));
create index documents_by_file on documents (part_of) where part_of is not null;

-- What has been read of a file that is cut: its parts are never read again.
create table file_cuts (
  file_id text primary key references documents on delete cascade,
  organisation_id text not null references organisations,
  reading jsonb not null,
  inspection jsonb
);
alter table file_cuts enable row level security;
alter table file_cuts force row level security;
create policy own_organisation on file_cuts using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert, update, delete on file_cuts to docket_app;
