alter table users add column password_hash text;

-- Who came in, who was turned away, who changed whose rights. Rows are only ever added. Null organisation: somebody who could not be placed.
create table access_events (
  id text primary key,
  organisation_id text references organisations,
  kind text not null,
  actor text,
  address text not null,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index access_events_by_time on access_events (organisation_id, id desc);
create trigger access_events_append_only before update or delete on access_events for each row execute function refuse_change();

-- How much of its share a caller has used, for all processes together. May be lost in a crash: then everybody starts afresh.
create unlogged table rate_limits (
  key text primary key,
  used_until timestamptz not null
);

alter table access_events enable row level security;
alter table access_events force row level security;
create policy own_organisation on access_events using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
create policy before_sign_in on access_events for insert with check (app_organisation() = '*');
alter table rate_limits enable row level security;
alter table rate_limits force row level security;
create policy before_sign_in on rate_limits using (app_organisation() = '*') with check (app_organisation() = '*');
grant select, insert on access_events to docket_app;
grant select, insert, update, delete on rate_limits to docket_app;
