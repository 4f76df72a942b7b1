-- The receiving systems' own codes (company codes, accounts, qualifiers) for each file format, so that nobody has to type them for every record.
create table export_settings (
  organisation_id text not null references organisations,
  type text not null,
  format text not null,
  settings jsonb not null,
  updated_by text not null,
  updated_at timestamptz not null default now(),
  primary key (organisation_id, type, format)
);

alter table export_settings enable row level security;
alter table export_settings force row level security;
create policy own_organisation on export_settings using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert, update on export_settings to docket_app;
