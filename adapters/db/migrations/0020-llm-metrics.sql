-- What all organisations together have spent today, for the metrics of the installation. No row names a document.
create policy for_metrics on llm_spending for select using (app_organisation() = '*');
