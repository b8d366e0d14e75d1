-- A version that is published because somebody asked for a synchronization is told from one that the schedule published.

alter table deployed_version
  drop constraint deployed_version_reason_check,
  add constraint deployed_version_reason_check
    check (reason in ('CREATED', 'UPDATED', 'SYNCHRONIZED', 'REQUESTED', 'RECREATED'));
