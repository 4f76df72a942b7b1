-- Headings over columns of lines that a supplier uses and no lexicon knows, as people have shown them.
alter table supplier_memory add column headings jsonb not null default '[]';
