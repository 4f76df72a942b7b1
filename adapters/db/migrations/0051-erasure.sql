-- A document that must stay, whatever anybody orders, with the reason: a tax audit, a lawsuit.
create table legal_holds (
  document_id text primary key references documents on delete cascade,
  organisation_id text not null references organisations,
  reason text not null,
  held_by text not null,
  held_at timestamptz not null default now()
);
alter table legal_holds enable row level security;
alter table legal_holds force row level security;
create policy own_organisation on legal_holds using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert, delete on legal_holds to docket_app;

-- Records stay append-only; the one exception is the erasure of their document, which only the function below carries out.
create function refuse_change_but_erasure() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('docket.erasing', true) = old.document_id then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
drop trigger records_append_only on records;
create trigger records_append_only before update or delete on records for each row execute function refuse_change_but_erasure();

-- Removes everything that was kept of one document of the current organisation; what points to it falls with it, or forgets it. The journal of events is
-- another matter: it keeps the fact. Runs as the owner, because nobody else may delete records.
create function erase_document(erased text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  organisation text := app_organisation();
begin
  perform set_config('docket.erasing', erased, true);
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
revoke all on function erase_document(text) from public;
grant execute on function erase_document(text) to docket_app;

-- Lines of the intake journal run out (adapters/db/run-out.ts). What lies in a bucket stays there, so its line must stay as well, without its name.
create index intake_items_by_time on intake_items (created_at);
create policy run_out_seen on intake_items for select using (app_organisation() = '*');
create policy run_out on intake_items for delete using (app_organisation() = '*' and channel <> 'bucket');
create policy run_out_names on intake_items for update using (app_organisation() = '*' and channel = 'bucket')
  with check (app_organisation() = '*' and channel = 'bucket' and name = '');
grant delete on intake_items to docket_app;
