-- What a kept reply is about: the documents and records that its request names or its answer tells of. A reply is sealed, so that nobody could look it
-- up by its content when its document is erased. Null = kept before this was written down.
alter table kept_replies add column about text[];

-- As in 0051, and the replies about the document go with it. One of unknown content goes as well: it would have run out within a day.
create or replace function erase_document(erased text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  organisation text := app_organisation();
begin
  perform set_config('docket.erasing', erased, true);
  delete from kept_replies where organisation_id = organisation and (
    about is null or about && (array[erased] || array(select id from records where document_id = erased and organisation_id = organisation))
  );
  delete from record_acks a using records r where a.record_id = r.id and r.document_id = erased and r.organisation_id = organisation;
  delete from records where document_id = erased and organisation_id = organisation;
  delete from reviews where document_id = erased and organisation_id = organisation;
  delete from outbox where document_id = erased and organisation_id = organisation;
  delete from idempotency_keys where document_id = erased and organisation_id = organisation;
  update documents set duplicate_of = null where duplicate_of = erased and organisation_id = organisation;
  -- That it came is kept so that it is not taken in again; names are not: its own, and those of the archive and message in which nothing else is left.
  with recursive around as (
    select id, parent_id from intake_items where document_id = erased and organisation_id = organisation
    union
    select i.id, i.parent_id from intake_items i join around a on i.id = a.parent_id
  )
  update intake_items i set name = '', sender = null, detail = null from around a
  where i.id = a.id and not exists (
    with recursive inside as (
      select c.id, c.document_id from intake_items c where c.parent_id = i.id
      union all
      select c.id, c.document_id from intake_items c join inside on c.parent_id = inside.id
    )
    select from inside where inside.document_id <> erased
  );
  delete from documents where id = erased and organisation_id = organisation;
  perform set_config('docket.erasing', '', true);
end $$;
