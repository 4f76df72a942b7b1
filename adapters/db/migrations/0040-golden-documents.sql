-- Approved documents in which a person corrected something: what a changed model must not read worse. Paths only; the values are the document's own
-- record, its words lie in its encrypted blobs, and both are gone when it is erased.
create table golden_documents (
  document_id text primary key references documents on delete cascade,
  organisation_id text not null references organisations,
  type text not null,
  corrected text[] not null,
  created_at timestamptz not null default now()
);
create index golden_documents_by_time on golden_documents (organisation_id, created_at desc, document_id desc);

alter table golden_documents enable row level security;
alter table golden_documents force row level security;
create policy own_organisation on golden_documents using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert, update, delete on golden_documents to docket_app;
