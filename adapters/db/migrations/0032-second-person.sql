-- Totals above these need a second person. `currency` '*' = any currency that has no row of its own; without that row such documents always need one.
-- No row at all = no limit.
create table second_person_limits (
  organisation_id text not null references organisations,
  currency text not null check (currency ~ '^([A-Z]{3}|\*)$'),
  amount numeric(14, 2) not null check (amount >= 0),
  primary key (organisation_id, currency)
);
alter table second_person_limits enable row level security;
alter table second_person_limits force row level security;
create policy own_organisation on second_person_limits using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert, update, delete on second_person_limits to docket_app;

-- The first of two approvals.
alter table queue_entries add column approved_by text references users, add column approved_at timestamptz;
