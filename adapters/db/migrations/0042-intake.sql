-- What came in by which way and what became of it. A thing that comes again (a crash, a second server, the same mail twice) meets its own row:
-- `key` is the hash of what makes it this very thing (place and content).
create table intake_items (
  id text primary key,
  organisation_id text not null references organisations,
  source text not null,
  channel text not null check (channel in ('upload', 'folder', 'mailbox', 'bucket')),
  key text not null,
  parent_id text references intake_items on delete cascade,
  name text not null,
  sender text,
  state text not null check (state in ('open', 'accepted', 'duplicate', 'refused', 'left_out', 'unpacked')),
  document_id text references documents on delete set null,
  code text,
  detail text,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  unique (organisation_id, source, key)
);
create index intake_items_newest on intake_items (organisation_id, id desc) where parent_id is null;
create index intake_items_of_parent on intake_items (parent_id, id);
create index intake_items_of_document on intake_items (document_id);
alter table intake_items enable row level security;
alter table intake_items force row level security;
create policy own_organisation on intake_items using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert, update on intake_items to docket_app;

-- One look at a source at a time among all processes, and how the last one went. The lease spares work; that nothing is taken twice is the rows' above.
create table intake_sources (
  organisation_id text not null references organisations,
  source text not null,
  channel text not null,
  leased_by text,
  leased_until timestamptz,
  looked_at timestamptz,
  problem text,
  problem_since timestamptz,
  primary key (organisation_id, source)
);
alter table intake_sources enable row level security;
alter table intake_sources force row level security;
create policy own_organisation on intake_sources using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert, update on intake_sources to docket_app;
