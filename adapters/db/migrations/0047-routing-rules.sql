-- What becomes of documents that come to people: asked in the order of `position`, the first rule that fits counts. `rule` as in core/routing.
-- People and queues are named inside: one that is gone breaks the rule, it does not take it away or make it say something else.
create table routing_rules (
  id text primary key,
  organisation_id text not null references organisations,
  position integer not null,
  rule jsonb not null,
  version integer not null default 1,
  updated_by text not null,
  updated_at timestamptz not null default now()
);
create index routing_rules_in_order on routing_rules (organisation_id, position, id);

-- What the rules were asked about, of every document that was read: what a change would mean is told from it without opening results.
create table routing_facts (
  document_id text primary key references documents on delete cascade,
  organisation_id text not null references organisations,
  facts jsonb not null,
  updated_at timestamptz not null default now()
);
create index routing_facts_newest on routing_facts (organisation_id, document_id desc);
-- Of documents from before, what their rows say: neither tax ids nor the code of the supplier.
insert into routing_facts (document_id, organisation_id, facts)
  select id, organisation_id, jsonb_build_object('type', coalesce(type, 'unknown'), 'taxIds', '[]'::jsonb, 'supplier', null,
    'amount', summary->>'gross', 'currency', summary->>'currency', 'source', 'upload', 'hidden', false)
  from documents where result is not null;

-- Which rule sent a waiting document where it is, by its name then; and who has to be one of the two who approve.
alter table queue_entries add column rule_id text, add column rule_name text, add column approver text;

-- A queue that takes nothing by itself, only what a rule sends there.
alter table review_queues add column by_rule boolean not null default false;
alter table review_queues drop constraint review_queues_organisation_id_type_supplier_key;
create unique index review_queues_one_each on review_queues (organisation_id, type, supplier) nulls not distinct where not by_rule;

do $$
declare name text;
begin
  foreach name in array array['routing_rules', 'routing_facts'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', name);
  end loop;
end $$;
grant select, insert, update, delete on routing_rules, routing_facts to docket_app;
