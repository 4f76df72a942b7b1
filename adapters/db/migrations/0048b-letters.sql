-- An organisation's own wording of letters to suppliers. No row = the one that comes with Docket.
create table letter_templates (
  organisation_id text not null references organisations,
  language text not null check (language in ('en', 'ru')),
  subject text not null,
  body text not null,
  updated_by text not null,
  updated_at timestamptz not null default now(),
  primary key (organisation_id, language)
);

-- What left by a person's click, word for word. Nobody can change the words: only how the sending went.
create table letters (
  id text primary key,
  organisation_id text not null references organisations,
  document_id text not null references documents on delete cascade,
  recipient text not null,
  subject text not null,
  body text not null,
  language text not null check (language in ('en', 'ru')),
  reply_to text,
  sent_by text not null,
  created_at timestamptz not null default now(),
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  last_error text,
  last_at timestamptz
);
create index letters_due on letters (due_at) where state = 'pending';
create index letters_of_document on letters (document_id);
create index letters_by_time on letters (organisation_id, created_at desc);

do $$
declare name text;
begin
  foreach name in array array['letter_templates', 'letters'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', name);
  end loop;
  create policy before_sign_in on letters using (app_organisation() = '*') with check (app_organisation() = '*');
end $$;
grant select, insert, update on letter_templates to docket_app;
grant select, insert, update (state, attempts, due_at, last_error, last_at) on letters to docket_app;
