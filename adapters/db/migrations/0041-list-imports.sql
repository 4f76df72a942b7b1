-- Tables that a person has sent and not yet taken over: they see first what would change. Removed once taken over, or after a day.
create table list_imports (
  id text primary key,
  organisation_id text not null references organisations,
  kind text not null check (kind in ('supplier', 'own', 'order')),
  file_name text not null,
  rows_read jsonb not null,
  created_by text not null,
  created_at timestamptz not null default now()
);
create index list_imports_by_age on list_imports (organisation_id, created_at);

alter table list_imports enable row level security;
alter table list_imports force row level security;
create policy own_organisation on list_imports using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert, delete on list_imports to docket_app;
