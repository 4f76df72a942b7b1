-- Who gets which documents, and how long they may wait. A queue is for one type, one supplier, both, or (both null) everything else.
create table review_queues (
  id text primary key,
  organisation_id text not null references organisations,
  name text not null,
  type text,
  supplier text,
  assignee text references users,
  escalate_to text references users,
  -- Null = as the installation is set up.
  remind_hours integer check (remind_hours between 1 and 8760),
  due_hours integer check (due_hours between 1 and 8760),
  created_at timestamptz not null default now(),
  unique nulls not distinct (organisation_id, type, supplier)
);

-- Documents that wait for a person, from the first time in a run until the decision.
create table queue_entries (
  document_id text primary key references documents on delete cascade,
  organisation_id text not null references organisations,
  run integer not null,
  queue_id text references review_queues on delete set null,
  assignee text references users,
  reasons text[] not null default '{}',
  since timestamptz not null default now(),
  due_at timestamptz,
  reminded_at timestamptz,
  escalated_at timestamptz
);
create index queue_entries_by_age on queue_entries (organisation_id, since);
insert into queue_entries (document_id, organisation_id, run, since)
  select id, organisation_id, run, updated_at from documents where status = 'review';

do $$
declare name text;
begin
  foreach name in array array['review_queues', 'queue_entries'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', name);
  end loop;
end $$;
grant select, insert, update, delete on review_queues, queue_entries to docket_app;
