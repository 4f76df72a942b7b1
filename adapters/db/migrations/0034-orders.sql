-- Purchase orders as the accounting system has them. `key`: the number as documents are compared with it.
create table orders (
  organisation_id text not null references organisations,
  key text not null,
  number text not null,
  version integer not null default 1,
  entry jsonb not null,
  updated_by text not null,
  updated_at timestamptz not null default now(),
  primary key (organisation_id, key)
);

-- What each document bills of an order's lines. Counted once the document is approved.
create table order_billing (
  document_id text not null references documents on delete cascade,
  organisation_id text not null references organisations,
  key text not null,
  line text not null,
  quantity numeric not null,
  primary key (document_id, line)
);
create index order_billing_by_order on order_billing (organisation_id, key);

-- How far invoices may go beyond their orders: for all suppliers (''), or for one.
create table order_tolerances (
  organisation_id text not null references organisations,
  supplier text not null,
  tolerances jsonb not null,
  updated_by text not null,
  updated_at timestamptz not null default now(),
  primary key (organisation_id, supplier)
);

do $$
declare name text;
begin
  foreach name in array array['orders', 'order_billing', 'order_tolerances'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', name);
  end loop;
end $$;
grant select, insert, update, delete on orders, order_billing, order_tolerances to docket_app;
