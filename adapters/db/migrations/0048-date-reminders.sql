-- When an organisation is reminded of the dates of its contracts. No row = 30 and 7 days before, at nine in Moscow.
create table date_reminder_settings (
  organisation_id text primary key references organisations,
  days_before integer[] not null check (cardinality(days_before) <= 10),
  hour smallint not null check (hour between 0 and 23),
  time_zone text not null,
  updated_by text not null,
  updated_at timestamptz not null default now()
);

-- What a person has decided about the reminders of one date. A corrected date is another one and starts with none.
create table date_reminder_choices (
  document_id text not null references documents on delete cascade,
  kind text not null check (kind in ('ends', 'renews', 'notice_by')),
  date date not null,
  organisation_id text not null references organisations,
  off boolean not null,
  not_before date,
  chosen_by text not null,
  chosen_at timestamptz not null default now(),
  primary key (document_id, kind, date)
);

-- Documents whose timer has not heard yet of what changed. `type`: what the document was approved as.
create table date_reminders_due (
  document_id text primary key references documents on delete cascade,
  organisation_id text not null references organisations,
  type text,
  since timestamptz not null default clock_timestamp(),
  taken_until timestamptz
);

-- Every way in and out of approval ends here, and every choice: no stage has to remember the timers.
create function date_reminders_are_due(document text, organisation text, approved_as text) returns void language sql as $$
  insert into date_reminders_due (document_id, organisation_id, type) values (document, organisation, approved_as)
  on conflict (document_id) do update set since = clock_timestamp(), type = excluded.type, taken_until = null
$$;
create function document_dates_changed() returns trigger language plpgsql as $$
begin
  perform date_reminders_are_due(new.id, new.organisation_id, case when tg_op = 'UPDATE' and old.status = 'approved' then old.type else new.type end);
  return null;
end $$;
create trigger documents_dates_added after insert on documents for each row when (new.status = 'approved') execute function document_dates_changed();
create trigger documents_dates_changed after update of status on documents for each row
  when (old.status is distinct from new.status and (old.status = 'approved' or new.status = 'approved')) execute function document_dates_changed();
create function date_choice_changed() returns trigger language plpgsql as $$
begin
  perform date_reminders_are_due(id, organisation_id, type) from documents where id = new.document_id;
  return null;
end $$;
create trigger date_choices_changed after insert or update on date_reminder_choices for each row execute function date_choice_changed();
create function date_settings_changed() returns trigger language plpgsql as $$
begin
  perform date_reminders_are_due(id, organisation_id, type) from documents where organisation_id = new.organisation_id and status = 'approved';
  return null;
end $$;
create trigger date_settings_changed after insert or update on date_reminder_settings for each row execute function date_settings_changed();

do $$
declare name text;
begin
  foreach name in array array['date_reminder_settings', 'date_reminder_choices', 'date_reminders_due'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', name);
    execute format('create policy before_sign_in on %I using (app_organisation() = ''*'') with check (app_organisation() = ''*'')', name);
  end loop;
end $$;
grant select, insert, update on date_reminder_settings, date_reminder_choices to docket_app;
grant select, insert, update, delete on date_reminders_due to docket_app;

-- Contracts that are approved already get their timers, and whoever wants to hear of anything hears of their dates.
do $$
declare organisation text;
begin
  perform set_config('app.organisation_id', '*', true);
  update notice_settings set email_kinds = email_kinds || '{dates}'::text[] where cardinality(email_kinds) > 0;
  for organisation in select id from organisations loop
    perform set_config('app.organisation_id', organisation, true);
    perform date_reminders_are_due(id, organisation_id, type) from documents where organisation_id = organisation and status = 'approved';
  end loop;
  perform set_config('app.organisation_id', '', true);
end $$;
