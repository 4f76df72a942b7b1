-- What may be shown of the index: of the document's present run, and nothing that a blind review to come must not know. Not `security definer`: it is
-- read under the policies of whoever asks, and PostgreSQL takes it into the statement as it does a view.
create function search_shown() returns table (
  document_id text, organisation_id text, type text, partner text, number text, date date, amount numeric, currency text, vector tsvector,
  file_name text, status text)
  language sql stable as $$
  select s.document_id, s.organisation_id, s.type, s.partner, s.number, s.date, s.amount, s.currency, s.vector, d.file_name, d.status
  from search_documents s join documents d on d.id = s.document_id
  where s.run = d.run and (not s.blind or d.status <> 'review'
    or exists (select from blind_entries b where b.document_id = d.id and b.run = d.run))
$$;

-- The newest documents that match, filters and all: where a word stands in every document, the newest ones are walked through until there are enough of
-- them, and the rest is never touched. That needs a plan for the very words (`force_custom_plan`), an index in the order of the walk, and a planner that
-- takes looking rows up for as cheap as it is: it knows nothing of the price of unpacking a vector, so reading every row looks cheap to it. For the same reason the vector stands last of the conditions
-- (a bare equality would be put behind it: hence `coalesce`).
drop function search_matching_documents(tsquery);
create function search_matching_documents(
  wanted tsquery, of_type text, of_partner text, from_date date, to_date date, least_amount numeric, most_amount numeric, of_status text,
  of_queue text, at_most integer) returns table (id text, rank real)
  language plpgsql stable security definer set search_path = public, pg_temp
  set plan_cache_mode = force_custom_plan set enable_hashjoin = off set random_page_cost = 1.1 as $$
begin
  return query
    select s.document_id, case when wanted is null then 0 else ts_rank(s.vector, wanted) end from search_shown() s
    where s.organisation_id = app_organisation()
      and coalesce(s.type = of_type, true) and (of_partner is null or s.partner ilike of_partner)
      and (from_date is null or s.date >= from_date) and (to_date is null or s.date <= to_date)
      and (least_amount is null or s.amount >= least_amount) and (most_amount is null or s.amount <= most_amount)
      and (of_status is null or s.status = of_status)
      and (of_queue is null or exists (
        select from queue_entries e where e.document_id = s.document_id and coalesce(e.queue_id, '') = of_queue))
      and (wanted is null or s.vector @@ wanted)
    order by s.document_id desc limit at_most;
end $$;
revoke all on function search_matching_documents(tsquery, text, text, date, date, numeric, numeric, text, text, integer) from public;
grant execute on function search_matching_documents(tsquery, text, text, date, date, numeric, numeric, text, text, integer) to docket_app;
create index search_documents_newest on search_documents (organisation_id, document_id);

-- Entries that wait to be sorted into the index are read by every search one by one.
alter index search_documents_vector set (fastupdate = off);
alter index search_passages_vector set (fastupdate = off);
alter index search_words_like set (fastupdate = off);
select gin_clean_pending_list('search_documents_vector'), gin_clean_pending_list('search_passages_vector'), gin_clean_pending_list('search_words_like');
