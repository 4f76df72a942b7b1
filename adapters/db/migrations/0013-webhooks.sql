-- Where an organisation wants to hear what happens. Secrets are sealed with the master key; the one before the last change stays valid for a day.
create table webhooks (
  id text primary key,
  organisation_id text not null references organisations,
  url text not null,
  kinds text[] not null,
  secret bytea not null,
  old_secret bytea,
  old_secret_until timestamptz,
  created_by text not null,
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  disabled_because text,
  deleted_at timestamptz
);

-- What happened, as it is told: the payload is fixed once, so every delivery and every replay sends the same bytes under the same id.
create table messages (
  id text primary key,
  organisation_id text not null references organisations,
  kind text not null,
  document_id text references documents on delete cascade,
  source_key text not null,
  payload text not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, source_key)
);
create index messages_by_time on messages (organisation_id, created_at);

create table deliveries (
  message_id text not null references messages on delete cascade,
  webhook_id text not null references webhooks,
  organisation_id text not null references organisations,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  last_status integer,
  last_error text,
  last_ms integer,
  last_at timestamptz,
  primary key (message_id, webhook_id)
);
create index deliveries_due on deliveries (webhook_id, due_at) where state = 'pending';
create index deliveries_by_webhook on deliveries (organisation_id, webhook_id, message_id desc);

do $$
declare name text;
begin
  foreach name in array array['webhooks', 'messages', 'deliveries'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', name);
    execute format('create policy before_sign_in on %I using (app_organisation() = ''*'') with check (app_organisation() = ''*'')', name);
  end loop;
end $$;
grant select, insert, update on webhooks to docket_app;
grant select, insert on messages to docket_app;
grant select, insert, update on deliveries to docket_app;
