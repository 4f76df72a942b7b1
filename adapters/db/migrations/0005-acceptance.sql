-- What an organisation has decided about acceptance without a person, what it has proven, and the blind reviews that prove it.
create table acceptance_policies (
  organisation_id text not null references organisations,
  type text not null,
  policy jsonb not null,
  updated_by text not null,
  updated_at timestamptz not null default now(),
  primary key (organisation_id, type)
);

create table certificates (
  id text primary key,
  organisation_id text not null references organisations,
  type text not null,
  key text not null,
  engines text[] not null,
  alpha double precision not null,
  delta double precision not null,
  threshold double precision not null,
  accepted integer not null,
  wrong integer not null,
  documents integer not null,
  upper double precision not null,
  seed text not null,
  audit_share double precision not null,
  calibration jsonb not null,
  issued_by text not null,
  issued_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_because text
);
create index certificates_by_type on certificates (organisation_id, type, issued_at desc);

-- Every attempt at a proof, also those that failed: they use up the risk that was set aside.
create table certificate_attempts (
  id text primary key,
  organisation_id text not null references organisations,
  type text not null,
  key text not null,
  documents integer not null,
  certificate_id text references certificates,
  actor text not null,
  created_at timestamptz not null default now()
);

-- What a reviewer entered before seeing the machine's values.
create table blind_entries (
  document_id text not null references documents on delete cascade,
  run integer not null,
  organisation_id text not null references organisations,
  actor text not null,
  entries jsonb not null,
  created_at timestamptz not null default now(),
  primary key (document_id, run)
);

create table judgements (
  document_id text not null references documents on delete cascade,
  run integer not null,
  organisation_id text not null references organisations,
  type text not null,
  key text not null,
  engines text[] not null,
  kind text not null check (kind in ('shadow', 'audit')),
  certificate_id text references certificates,
  score double precision not null,
  eligible boolean not null,
  wrong boolean not null,
  "values" jsonb not null,
  created_at timestamptz not null default now(),
  primary key (document_id, run)
);
create index judgements_by_key on judgements (organisation_id, type, key, created_at);

do $$
declare name text;
begin
  foreach name in array array['acceptance_policies', 'certificates', 'certificate_attempts', 'blind_entries', 'judgements'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', name);
  end loop;
end $$;
grant select, insert, update on acceptance_policies, certificates to docket_app;
grant select, insert, delete on blind_entries, judgements to docket_app;
grant select, insert on certificate_attempts to docket_app;
