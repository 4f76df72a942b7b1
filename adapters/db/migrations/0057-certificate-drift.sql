-- How the calibration set of a certificate was distributed, and what documents have shown of themselves since: the certificate is withdrawn when they
-- are no longer alike. Certificates from before have no distribution and are watched by their audits alone.
alter table certificates add column crowd jsonb;

create table certificate_scores (
  certificate_id text not null references certificates,
  document_id text not null references documents on delete cascade,
  organisation_id text not null references organisations,
  score double precision not null,
  eligible boolean not null,
  created_at timestamptz not null default now(),
  primary key (certificate_id, document_id)
);
create index certificate_scores_newest on certificate_scores (certificate_id, created_at desc);
create index certificate_scores_by_document on certificate_scores (document_id);
alter table certificate_scores enable row level security;
alter table certificate_scores force row level security;
create policy own_organisation on certificate_scores using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert, delete on certificate_scores to docket_app;

-- Who hears of a language model that reads worse hears of certificates that fell.
select set_config('app.organisation_id', '*', true);
update notice_settings set email_kinds = email_kinds || '{certificate}'::text[] where cardinality(email_kinds) > 0;
update chat_rooms set kinds = kinds || '{certificate}'::text[] where 'model' = any(kinds);
select set_config('app.organisation_id', '', true);
