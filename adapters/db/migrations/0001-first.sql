-- The application works as docket_app: it owns nothing, so row-level security always binds it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'docket_app') then
    create role docket_app nologin nosuperuser nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- roles belong to the server: another database may be migrating
end $$;
do $$ begin execute format('grant docket_app to %I', current_user); end $$;

create function app_organisation() returns text language sql stable as $$ select current_setting('app.organisation_id', true) $$;

create table organisations (
  id text primary key,
  name text not null,
  tax_ids text[] not null default '{}',
  created_at timestamptz not null default now()
);

create table users (
  id text primary key,
  organisation_id text not null references organisations,
  email text not null,
  name text not null,
  role text not null check (role in ('uploader', 'reviewer', 'approver', 'integrator', 'auditor', 'admin')),
  language text not null default 'ru' check (language in ('ru', 'en')),
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  unique (organisation_id, email)
);

create table sign_in_links (
  token_hash text primary key,
  organisation_id text not null references organisations,
  user_id text not null references users,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table sessions (
  token_hash text primary key,
  organisation_id text not null references organisations,
  user_id text not null references users,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);

create table documents (
  id text primary key,
  organisation_id text not null references organisations,
  file_name text not null,
  file jsonb not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  status text not null check (status in ('received', 'processing', 'review', 'approved', 'rejected', 'failed')),
  version integer not null default 1,
  run integer not null default 1,
  requested_type text not null default 'auto',
  type text,
  route text,
  result jsonb,
  reason jsonb,
  summary jsonb not null default '{}',
  duplicate_of text references documents,
  uploaded_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index documents_by_status on documents (organisation_id, status, id desc);
create index documents_by_time on documents (organisation_id, id desc);
create index documents_by_hash on documents (organisation_id, sha256);

create table document_facts (
  document_id text primary key references documents on delete cascade,
  organisation_id text not null references organisations,
  data jsonb not null
);

create table document_keys (
  document_id text not null references documents on delete cascade,
  organisation_id text not null references organisations,
  kind text not null,
  key text not null,
  primary key (document_id, kind, key)
);
create index document_keys_lookup on document_keys (organisation_id, kind, key);

create table reviews (
  id text primary key,
  organisation_id text not null references organisations,
  document_id text not null references documents,
  actor text not null,
  kind text not null,
  corrections jsonb,
  result jsonb,
  reason jsonb,
  created_at timestamptz not null
);

create table records (
  id text primary key,
  organisation_id text not null references organisations,
  position bigint not null,
  document_id text not null references documents,
  run integer not null,
  version integer not null,
  type text not null,
  data jsonb not null,
  sha256 text not null,
  approved_by text not null,
  approved_at timestamptz not null,
  unique (organisation_id, position),
  unique (document_id, run)
);

create table record_acks (
  id text primary key,
  organisation_id text not null references organisations,
  record_id text not null references records,
  status text not null check (status in ('posted', 'rejected')),
  reason text,
  actor text not null,
  created_at timestamptz not null default now()
);
create index record_acks_by_record on record_acks (record_id, id desc);

create table events (
  organisation_id text not null references organisations,
  sequence bigint not null,
  document_id text not null,
  key text not null,
  kind text not null,
  status text not null,
  actor text not null,
  reason jsonb,
  result jsonb,
  version integer not null,
  created_at timestamptz not null,
  previous_hash text not null,
  hash text not null,
  primary key (organisation_id, sequence),
  unique (document_id, key)
);

create table outbox (
  id bigint generated always as identity primary key,
  organisation_id text not null references organisations,
  kind text not null check (kind in ('start', 'deliver')),
  document_id text not null references documents,
  key text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  taken_until timestamptz,
  done_at timestamptz,
  unique (kind, document_id, key)
);
create index outbox_open on outbox (kind, id) where done_at is null;

create table idempotency_keys (
  organisation_id text not null references organisations,
  key text not null,
  request_sha256 text not null,
  document_id text not null references documents,
  duplicate_of text,
  created_at timestamptz not null default now(),
  primary key (organisation_id, key)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger records_append_only before update or delete on records for each row execute function refuse_change();
create trigger events_append_only before update or delete on events for each row execute function refuse_change();

-- Every table: rows of the current organisation only. '*' opens the tables that are asked before an organisation is known.
do $$
declare name text;
begin
  foreach name in array array['users', 'sign_in_links', 'sessions', 'documents', 'document_facts', 'document_keys', 'reviews', 'records', 'record_acks', 'events', 'outbox', 'idempotency_keys'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', name);
  end loop;
  foreach name in array array['users', 'sign_in_links', 'sessions', 'outbox'] loop
    execute format('create policy before_sign_in on %I using (app_organisation() = ''*'') with check (app_organisation() = ''*'')', name);
  end loop;
end $$;
alter table organisations enable row level security;
alter table organisations force row level security;
create policy own_organisation on organisations using (id = app_organisation() or app_organisation() = '*') with check (id = app_organisation() or app_organisation() = '*');

grant usage on schema public to docket_app;
grant select, insert, update, delete on organisations, users, sign_in_links, sessions, documents, document_facts, document_keys, reviews, outbox, idempotency_keys to docket_app;
grant select, insert on records, record_acks, events to docket_app;
grant usage, select on all sequences in schema public to docket_app;
