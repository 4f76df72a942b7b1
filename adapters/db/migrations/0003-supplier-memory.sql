-- What approved documents taught about their supplier (core/memory). One row per document: erasing the document erases what it taught.
create table supplier_memory (
  document_id text primary key references documents on delete cascade,
  organisation_id text not null references organisations,
  type text not null,
  supplier_keys text[] not null,
  lessons jsonb not null,
  created_at timestamptz not null default now()
);
create index supplier_memory_by_key on supplier_memory using gin (supplier_keys);

alter table supplier_memory enable row level security;
alter table supplier_memory force row level security;
create policy own_organisation on supplier_memory using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert, update, delete on supplier_memory to docket_app;
