-- Whoever imports a copy is told from others, so that nobody ends an import that is not theirs.

alter table connection_copy add column importing_by uuid;
update connection_copy set importing_until = null;
alter table connection_copy add constraint connection_copy_importing_check
  check ((importing_by is null) = (importing_until is null));
comment on column connection_copy.importing_by is 'Which import has it; null where none has';
