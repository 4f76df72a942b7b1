-- A question holds its highest price before it is asked, so that questions asked at once cannot pass the day's budget together. What a process left
-- behind when it died no longer counts after `expires_at`.
create table llm_reservations (
  id text primary key,
  organisation_id text not null references organisations,
  amount numeric(20, 8) not null,
  currency text not null,
  expires_at timestamptz not null
);
create index llm_reservations_by_organisation on llm_reservations (organisation_id);
alter table llm_reservations enable row level security;
alter table llm_reservations force row level security;
create policy own_organisation on llm_reservations using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert, delete on llm_reservations to docket_app;

-- How many documents the day's cost was for.
alter table llm_spending add column documents integer not null default 0;

-- Which run of which document a question belongs to, as the provider was told it (W3C trace context).
alter table llm_calls add column trace_id text;
