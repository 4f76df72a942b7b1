-- The log of who came in grows with every sign-in and every wrong guess. Rows stay unchangeable, and nobody can remove one that is younger than a year:
-- whoever wants to hide a visit would have to wait that long.
create function refuse_early_removal() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.created_at < now() - interval '365 days' then return old; end if;
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
drop trigger access_events_append_only on access_events;
create trigger access_events_append_only before update or delete on access_events for each row execute function refuse_early_removal();
create policy run_out on access_events for delete using (app_organisation() = '*' and created_at < now() - interval '365 days');
create policy run_out_seen on access_events for select using (app_organisation() = '*' and created_at < now() - interval '365 days');
create index access_events_by_age on access_events (created_at);
grant delete on access_events to docket_app;
create index rate_limits_by_time on rate_limits (used_until);
