-- A key belongs to the caller who sent it, and its answer is the one that was given then: the state of the document at that moment is part of it.
-- Rows from before belong to nobody in particular and run out with the rest.
alter table idempotency_keys
  add column caller text not null default '',
  add column answered_status text,
  drop constraint idempotency_keys_pkey,
  add primary key (organisation_id, caller, key);
create index idempotency_keys_by_time on idempotency_keys (created_at);
create policy run_out on idempotency_keys using (app_organisation() = '*') with check (false);

-- Answers to other changes under an Idempotency-Key. They may hold a new secret, so they are sealed with the master key. Null = in work.
create table kept_replies (
  organisation_id text not null references organisations,
  caller text not null,
  key text not null,
  request_sha256 text not null,
  created_at timestamptz not null default now(),
  taken_until timestamptz not null,
  reply bytea,
  primary key (organisation_id, caller, key)
);
create index kept_replies_by_time on kept_replies (created_at);
alter table kept_replies enable row level security;
alter table kept_replies force row level security;
create policy own_organisation on kept_replies using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
create policy run_out on kept_replies using (app_organisation() = '*') with check (false);
grant select, insert, update, delete on kept_replies to docket_app;
