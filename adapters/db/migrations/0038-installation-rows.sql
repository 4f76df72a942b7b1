-- Rows of the installation: no statement made for an organisation reads or writes them.
alter table llm_checks enable row level security;
alter table llm_checks force row level security;
create policy of_the_installation on llm_checks using (app_organisation() = '*') with check (app_organisation() = '*');
alter table alerts enable row level security;
alter table alerts force row level security;
create policy of_the_installation on alerts using (app_organisation() = '*') with check (app_organisation() = '*');

-- Written down with the first answer, in the organisation's own transaction; says nothing of who asked.
alter table llm_models enable row level security;
alter table llm_models force row level security;
create policy of_everybody on llm_models using (true) with check (true);
