-- Keys of the desk that a person has put elsewhere: command → key. A command that is not here has its usual key.
create table desk_keys (
  user_id text primary key references users,
  organisation_id text not null references organisations,
  keys jsonb not null,
  updated_at timestamptz not null default now()
);
alter table desk_keys enable row level security;
alter table desk_keys force row level security;
create policy own_organisation on desk_keys using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
create policy before_sign_in on desk_keys using (app_organisation() = '*') with check (app_organisation() = '*');
grant select, insert, update on desk_keys to docket_app;
