-- Whose word makes a document a record (core/permissions.ts).
alter table organisations add column approved_by text not null default 'reviewer' check (approved_by in ('reviewer', 'approver'));
