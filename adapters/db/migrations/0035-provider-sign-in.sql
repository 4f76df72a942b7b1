-- Who somebody is at the organisation's own sign-in (OpenID Connect): issuer and subject never change, an address may.
create table provider_identities (
  organisation_id text not null references organisations,
  issuer text not null,
  subject text not null,
  user_id text not null references users,
  created_at timestamptz not null default now(),
  primary key (organisation_id, issuer, subject)
);
alter table provider_identities enable row level security;
alter table provider_identities force row level security;
create policy own_organisation on provider_identities using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert on provider_identities to docket_app;
