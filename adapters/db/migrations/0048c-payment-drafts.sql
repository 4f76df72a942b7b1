-- The organisation's own wording of the purpose of payments. No row or null = the usual one of the document type.
create table payment_templates (
  organisation_id text primary key references organisations,
  purpose text,
  updated_by text not null,
  updated_at timestamptz not null default now()
);

-- A payment order that somebody has prepared from a record. Nothing of it goes to a bank by itself. `settings`: as the file's format takes them.
create table payment_drafts (
  id text primary key,
  organisation_id text not null references organisations,
  document_id text not null references documents on delete cascade,
  record_id text not null,
  settings jsonb not null,
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  downloaded_at timestamptz
);
create index payment_drafts_of_document on payment_drafts (document_id);
create index payment_drafts_by_time on payment_drafts (organisation_id, created_at desc);

do $$
declare name text;
begin
  foreach name in array array['payment_templates', 'payment_drafts'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', name);
  end loop;
end $$;
grant select, insert, update on payment_templates, payment_drafts to docket_app;
