-- Programs that work for an organisation. A client may hold two secrets for a while, so that they can be changed without a pause.
create table api_clients (
  id text primary key,
  organisation_id text not null references organisations,
  name text not null,
  scopes text[] not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);

create table api_secrets (
  id text primary key,
  client_id text not null references api_clients,
  organisation_id text not null references organisations,
  secret_hash text not null unique,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

-- Keys that sign access tokens, of the installation as a whole. The private part is sealed with the master key.
create table signing_keys (
  id text primary key,
  public_jwk jsonb not null,
  sealed_jwk bytea not null,
  created_at timestamptz not null default now()
);

do $$
declare name text;
begin
  foreach name in array array['api_clients', 'api_secrets'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', name);
    execute format('create policy before_sign_in on %I using (app_organisation() = ''*'') with check (app_organisation() = ''*'')', name);
  end loop;
end $$;
alter table signing_keys enable row level security;
alter table signing_keys force row level security;
create policy before_sign_in on signing_keys using (app_organisation() = '*') with check (app_organisation() = '*');
grant select, insert, update on api_clients, api_secrets to docket_app;
grant select, insert, delete on signing_keys to docket_app;
