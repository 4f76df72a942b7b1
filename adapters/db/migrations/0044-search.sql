-- Full text over read pages and fields. `russian` stems Cyrillic words as Russian and Latin ones as English; pg_trgm finds words that were mistyped.
create extension if not exists pg_trgm;

-- Documents whose result is not in the index yet.
create table search_due (
  document_id text primary key references documents on delete cascade,
  organisation_id text not null references organisations,
  since timestamptz not null default clock_timestamp(),
  attempts integer not null default 0,
  taken_until timestamptz
);

-- Every way to another result ends here, so no stage has to remember the index.
create function search_is_due() returns trigger language plpgsql as $$
begin
  insert into search_due (document_id, organisation_id) values (new.id, new.organisation_id)
  on conflict (document_id) do update set since = clock_timestamp(), attempts = 0, taken_until = null;
  return null;
end $$;
create trigger documents_search_due after update of result on documents for each row
  when (new.result is not null and new.result is distinct from old.result) execute function search_is_due();
insert into search_due (document_id, organisation_id) select id, organisation_id from documents where result is not null;

-- `run`: what was found belongs to this run of the document. `blind`: not before the blind entry. `lexicon`: its distinct words.
create table search_documents (
  document_id text primary key references documents on delete cascade,
  organisation_id text not null references organisations,
  run integer not null,
  blind boolean not null,
  type text not null,
  partner text,
  number text,
  date date,
  amount numeric,
  currency text,
  lexicon text[] not null,
  vector tsvector not null,
  indexed_at timestamptz not null default now()
);
create index search_documents_vector on search_documents using gin (vector);

-- `boxes`: left, top, right, bottom of each word in ten-thousandths of the page; one box for the value of a field.
create table search_passages (
  document_id text not null references search_documents on delete cascade,
  position integer not null,
  organisation_id text not null references organisations,
  page integer,
  path text,
  text text not null,
  boxes smallint[] not null,
  vector tsvector not null,
  primary key (document_id, position)
);
create index search_passages_vector on search_passages using gin (vector);

-- The words of an organisation's documents, each with the number of documents that hold it. One that no document holds any more is gone.
create table search_words (
  organisation_id text not null references organisations,
  word text not null,
  lexeme text not null,
  uses integer not null,
  primary key (organisation_id, word)
);
create index search_words_by_lexeme on search_words (organisation_id, lexeme);
create index search_words_like on search_words using gin (word gin_trgm_ops);

create function search_count_words() returns trigger language plpgsql as $$
declare
  organisation text := coalesce(new.organisation_id, old.organisation_id);
  before text[] := case when tg_op = 'INSERT' then '{}' else old.lexicon end;
  after text[] := case when tg_op = 'DELETE' then '{}' else new.lexicon end;
begin
  perform pg_advisory_xact_lock(hashtextextended('search:' || organisation, 0));
  insert into search_words as w (organisation_id, word, lexeme, uses)
    select organisation, word, lexeme, 1
    from (select unnest(after) except select unnest(before)) as fresh (word),
         lateral (select (tsvector_to_array(to_tsvector('russian', word)))[1] as lexeme) as stem
    where lexeme is not null
    on conflict (organisation_id, word) do update set uses = w.uses + 1;
  update search_words set uses = uses - 1
    where organisation_id = organisation and word in (select unnest(before) except select unnest(after));
  delete from search_words
    where organisation_id = organisation and uses <= 0 and word in (select unnest(before) except select unnest(after));
  return null;
end $$;
create trigger search_documents_words after insert or update of lexicon or delete on search_documents
  for each row execute function search_count_words();

do $$
declare name text;
begin
  foreach name in array array['search_due', 'search_documents', 'search_passages', 'search_words'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', name);
  end loop;
  create policy before_sign_in on search_due using (app_organisation() = '*') with check (app_organisation() = '*');
  -- Text operators are not leakproof, so under a row policy they can use no index. The three functions below belong to the owner, are bound to the
  -- organisation by their own condition and answer with keys alone; everything is then read under the policies as usual.
  foreach name in array array['search_documents', 'search_passages', 'search_words'] loop
    execute format('create policy looked_up on %I for select to %I using (true)', name, current_user);
  end loop;
end $$;

create function search_matching_documents(wanted tsquery) returns setof text
  language sql stable security definer set search_path = public, pg_temp as $$
  select document_id from search_documents where organisation_id = app_organisation() and vector @@ wanted
$$;
create function search_matching_passages(wanted tsquery) returns table (document_id text, "position" integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.document_id, p."position" from search_passages p where p.organisation_id = app_organisation() and p.vector @@ wanted
$$;
-- Words that begin like this one or look like it, the likest first.
create function search_words_near(typed text) returns table (word text, begins boolean)
  language sql stable security definer set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.25 as $$
  select word, word like typed || '%' from search_words
  where organisation_id = app_organisation() and (word like typed || '%' or word % typed)
  order by similarity(word, typed) desc, word limit 60
$$;
revoke all on function search_matching_documents(tsquery), search_matching_passages(tsquery), search_words_near(text) from public;
grant execute on function search_matching_documents(tsquery), search_matching_passages(tsquery), search_words_near(text) to docket_app;
grant select, insert, update, delete on search_due, search_documents, search_passages, search_words to docket_app;
