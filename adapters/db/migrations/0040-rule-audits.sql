-- Documents that the owner's rule accepts are drawn for blind audits too: the secret start of that draw, one per policy, never shown and never changed.
alter table acceptance_policies add column seed text not null default replace(gen_random_uuid()::text, '-', '');
