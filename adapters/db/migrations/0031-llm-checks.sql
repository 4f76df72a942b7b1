-- How well each language model copies the known documents of a type: one row for every time that was looked at. Of the installation, not of an
-- organisation: the known documents are nobody's.
create table llm_checks (
  id text primary key,
  type text not null,
  provider text not null,
  model text not null,
  prompt text not null,
  -- Hash of the known documents: figures over different ones are not compared.
  golden text not null,
  cause text not null,
  asked integer not null,
  answered integer not null,
  -- path -> {"right", "of"}
  fields jsonb not null,
  -- Paths that were read better before.
  fallen jsonb not null,
  cost numeric(20, 8) not null,
  currency text not null,
  created_at timestamptz not null default now()
);
create index llm_checks_by_model on llm_checks (type, provider, created_at);

-- Every model that a provider has said it is. `checked_at`: when a check of it was last asked for.
create table llm_models (
  provider text not null,
  model text not null,
  seen_at timestamptz not null default now(),
  checked_at timestamptz,
  primary key (provider, model)
);

-- What a person who runs the installation should hear of; whoever tells people takes them in the order of `position`.
create table alerts (
  position bigint generated always as identity primary key,
  kind text not null,
  key text not null,
  facts jsonb not null,
  created_at timestamptz not null default now(),
  unique (kind, key)
);
grant select, insert on llm_checks, alerts to docket_app;
grant select, insert, update on llm_models to docket_app;

-- The installation's own look at whether anybody allows a provider: known documents cost money and go where organisations have agreed to go.
create policy for_checks on llm_permissions for select using (app_organisation() = '*');
