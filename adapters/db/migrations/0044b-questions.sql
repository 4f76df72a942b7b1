-- Questions that no passage answers. The same question again counts up; `text` as it was first asked. Who may see them may remove them.
create table unanswered_questions (
  id text primary key,
  organisation_id text not null references organisations,
  key text not null,
  text text not null,
  times integer not null default 1,
  asked_by text not null references users,
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  unique (organisation_id, key)
);
alter table unanswered_questions enable row level security;
alter table unanswered_questions force row level security;
create policy own_organisation on unanswered_questions using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert, update, delete on unanswered_questions to docket_app;
