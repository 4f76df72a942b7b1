-- Which journal event makes which notice, and for whom. A new kind of event needs one row here and nothing else.
create table notice_sources (
  event_kind text primary key,
  notice text not null,
  audience text not null check (audience in ('assignee', 'responsible', 'superiors', 'approvers'))
);
insert into notice_sources (event_kind, notice, audience) values
  ('review_requested', 'assignment', 'assignee'),
  ('assigned', 'assignment', 'assignee'),
  ('review_reminded', 'reminder', 'responsible'),
  ('review_escalated', 'escalation', 'superiors'),
  ('escalated', 'escalation', 'responsible'),
  ('first_approved', 'hold', 'approvers');

-- What somebody is to be told; written in the transaction of what it tells. `user_id`: for this person alone (digests).
create table notices (
  id text primary key,
  organisation_id text not null references organisations,
  kind text not null,
  document_id text references documents on delete cascade,
  audience text,
  user_id text references users,
  actor text,
  data jsonb not null default '{}',
  source_key text not null,
  created_at timestamptz not null default now(),
  spread_at timestamptz,
  unique (organisation_id, source_key)
);
create index notices_open on notices (organisation_id, created_at) where spread_at is null;

-- Rooms of a chat that take JSON by POST: of one person, or (user_id null) of the organisation. The address itself is a secret there.
create table chat_rooms (
  id text primary key,
  organisation_id text not null references organisations,
  user_id text references users,
  url bytea not null,
  host text not null,
  secret bytea not null,
  kinds text[] not null,
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);

-- What each person wants to be told by e-mail. No row = the usual kinds, no digest.
create table notice_settings (
  user_id text primary key references users,
  organisation_id text not null references organisations,
  email_kinds text[] not null,
  digest_hour smallint check (digest_hour between 0 and 23),
  updated_at timestamptz not null default now()
);

-- One message to one receiver: `mail:<user>` or `chat:<room>`.
create table notice_sends (
  notice_id text not null references notices on delete cascade,
  receiver text not null,
  organisation_id text not null references organisations,
  user_id text references users,
  room_id text references chat_rooms,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  last_status integer,
  last_error text,
  last_at timestamptz,
  primary key (notice_id, receiver)
);
create index notice_sends_due on notice_sends (due_at) where state = 'pending';

do $$
declare name text;
begin
  foreach name in array array['notices', 'chat_rooms', 'notice_settings', 'notice_sends'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', name);
    execute format('create policy before_sign_in on %I using (app_organisation() = ''*'') with check (app_organisation() = ''*'')', name);
  end loop;
end $$;
-- Of the installation, the same for all organisations.
alter table notice_sources enable row level security;
alter table notice_sources force row level security;
create policy for_everybody on notice_sources for select using (true);
grant select on notice_sources to docket_app;
grant select, insert, update on notices, chat_rooms, notice_settings, notice_sends to docket_app;
