-- Figures ask for spans of time: without these every screen would read the whole journal.
create index events_by_time on events (organisation_id, created_at);
create index documents_by_arrival on documents (organisation_id, created_at);
create index judgements_by_time on judgements (organisation_id, created_at);
create index llm_calls_by_time on llm_calls (organisation_id, created_at);
create index review_efforts_by_document on review_efforts (document_id);
create index review_efforts_by_time on review_efforts (organisation_id, created_at);

-- What an organisation assumes about its own work, for the return on investment (core/figures).
create table return_assumptions (
  organisation_id text primary key references organisations,
  assumptions jsonb not null,
  updated_by text not null,
  updated_at timestamptz not null default now()
);
alter table return_assumptions enable row level security;
alter table return_assumptions force row level security;
create policy own_organisation on return_assumptions using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert, update on return_assumptions to docket_app;
