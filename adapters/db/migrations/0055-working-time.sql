-- When an organisation works, as core/calendar has it. Without a row the hours of its deadlines are those of the clock.
create table working_times (
  organisation_id text primary key references organisations,
  calendar jsonb not null,
  version integer not null default 1,
  updated_by text not null,
  updated_at timestamptz not null default now()
);
alter table working_times enable row level security;
alter table working_times force row level security;
create policy own_organisation on working_times using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert, update, delete on working_times to docket_app;

-- Whose queue it is: "next document" offers what nobody in particular has to people of this role alone, and they are told of it.
alter table review_queues add column role text check (role in ('reviewer', 'approver', 'admin'));
