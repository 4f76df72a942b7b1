-- Changed bank details are told as soon as the document waits, before anybody has approved; a language model that reads worse is told to administrators.
insert into notice_sources (event_kind, notice, audience) values ('bank_details_held', 'bank', 'approvers');

-- Who wants to hear of holds hears of these as well. Administrators hear of models unless they have chosen to hear of nothing.
select set_config('app.organisation_id', '*', true);
update notice_settings set email_kinds = email_kinds || '{bank}'::text[] where 'hold' = any(email_kinds);
update notice_settings set email_kinds = email_kinds || '{model}'::text[] where cardinality(email_kinds) > 0;
update chat_rooms set kinds = kinds || '{bank}'::text[] where 'hold' = any(kinds);
select set_config('app.organisation_id', '', true);

-- When an alert became notices; null = it has not yet.
alter table alerts add column told_at timestamptz;
grant update (told_at) on alerts to docket_app;
