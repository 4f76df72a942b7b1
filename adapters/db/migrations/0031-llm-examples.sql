-- Documents that people have approved, by a sketch of their words (keyed hashes, no word can be told from them): which one is most like another.
-- The example itself is made from the document's own encrypted blobs when it is wanted, and gone with them.
create table llm_examples (
  document_id text primary key references documents on delete cascade,
  organisation_id text not null references organisations,
  type text not null,
  sketch jsonb not null,
  created_at timestamptz not null default now()
);
create index llm_examples_by_type on llm_examples (organisation_id, type, created_at);

-- A second model's answers to the same documents, recorded and never used. Paths only; the answer lies in the document's own encrypted blobs.
create table llm_shadows (
  document_id text not null references documents on delete cascade,
  run integer not null,
  organisation_id text not null references organisations,
  type text not null,
  provider text not null,
  model text not null,
  reading jsonb not null,
  same jsonb not null,
  differs jsonb not null,
  only_used jsonb not null,
  only_shadow jsonb not null,
  cost numeric(20, 8) not null,
  currency text not null,
  created_at timestamptz not null default now(),
  primary key (document_id, run)
);
create index llm_shadows_by_type on llm_shadows (organisation_id, type);

do $$
declare name text;
begin
  foreach name in array array['llm_examples', 'llm_shadows'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', name);
  end loop;
end $$;
grant select, insert, update on llm_examples, llm_shadows to docket_app;
