-- Every question to a language model; the texts themselves lie in the document's own encrypted blobs. Also the answers that are already known: the same
-- question has the same key.
create table llm_calls (
  id text primary key,
  organisation_id text not null references organisations,
  document_id text not null references documents on delete cascade,
  run integer not null,
  key text not null,
  provider text not null,
  model text not null,
  prompt text not null,
  schema text not null,
  part integer not null,
  turn integer not null,
  input_tokens integer not null,
  output_tokens integer not null,
  cached_tokens integer not null,
  cost numeric(20, 8) not null,
  currency text not null,
  ms integer not null,
  cached boolean not null,
  outcome text not null,
  finish text,
  exchange jsonb not null,
  created_at timestamptz not null default now()
);
create index llm_calls_by_document on llm_calls (document_id, created_at);
create index llm_calls_by_key on llm_calls (organisation_id, key) where outcome = 'usable';

-- What a day has cost. Stays when documents are erased: it names none.
create table llm_spending (
  organisation_id text not null references organisations,
  day date not null,
  currency text not null,
  cost numeric(20, 8) not null,
  primary key (organisation_id, day, currency)
);

-- Outside providers that an administrator has allowed for a type of document. No row = not allowed.
create table llm_permissions (
  organisation_id text not null references organisations,
  type text not null,
  provider text not null,
  allowed_by text not null,
  allowed_at timestamptz not null default now(),
  primary key (organisation_id, type, provider)
);

do $$
declare name text;
begin
  foreach name in array array['llm_calls', 'llm_spending', 'llm_permissions'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', name);
  end loop;
end $$;
grant select, insert, delete on llm_calls, llm_permissions to docket_app;
grant select, insert, update on llm_spending to docket_app;
