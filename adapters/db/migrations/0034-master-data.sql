-- Companies that documents come from and are for, as the accounting system knows them. The arrays are what documents are compared with.
create table companies (
  organisation_id text not null references organisations,
  kind text not null check (kind in ('supplier', 'own')),
  code text not null,
  version integer not null default 1,
  entry jsonb not null,
  name text not null,
  tax_ids text[] not null,
  accounts text[] not null,
  grams text[] not null,
  updated_by text not null,
  updated_at timestamptz not null default now(),
  primary key (organisation_id, kind, code)
);
create index companies_by_tax_id on companies using gin (tax_ids);
create index companies_by_account on companies using gin (accounts);
create index companies_by_name on companies using gin (grams);

alter table companies enable row level security;
alter table companies force row level security;
create policy own_organisation on companies using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert, update, delete on companies to docket_app;
