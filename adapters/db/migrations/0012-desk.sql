-- What reviewers typed and have not saved, one row per person and document: a lost network or a closed browser loses nothing.
create table review_drafts (
  document_id text not null references documents on delete cascade,
  user_id text not null references users,
  organisation_id text not null references organisations,
  run integer not null,
  entries jsonb not null default '{}',
  updated_at timestamptz not null default now(),
  primary key (document_id, user_id)
);

-- Who works on a document just now. A lease: it ends by itself when the browser no longer renews it.
create table review_claims (
  document_id text primary key references documents on delete cascade,
  organisation_id text not null references organisations,
  user_id text not null references users,
  claim text not null,
  since timestamptz not null default now(),
  until timestamptz not null
);

-- Documents set aside: until a day (postponed) or for a second person (escalated). The decision about the document ends it.
create table review_waits (
  document_id text primary key references documents on delete cascade,
  organisation_id text not null references organisations,
  run integer not null,
  kind text not null check (kind in ('postponed', 'escalated')),
  reason text not null,
  note text not null default '',
  until date,
  user_id text not null references users,
  created_at timestamptz not null default now()
);

-- What a decision cost: time the page was looked at, keys, clicks, fields changed. Shown to the person, to others only as a group.
create table review_efforts (
  review_id text primary key,
  document_id text not null references documents on delete cascade,
  organisation_id text not null references organisations,
  user_id text not null references users,
  kind text not null check (kind in ('approve', 'save', 'reject', 'postponed', 'escalated')),
  active_ms integer not null,
  keystrokes integer not null,
  clicks integer not null,
  changed integer not null,
  created_at timestamptz not null default now()
);
create index review_efforts_by_person on review_efforts (organisation_id, user_id, created_at);

do $$
declare name text;
begin
  foreach name in array array['review_drafts', 'review_claims', 'review_waits', 'review_efforts'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', name);
  end loop;
end $$;
grant select, insert, update, delete on review_drafts, review_claims, review_waits, review_efforts to docket_app;
