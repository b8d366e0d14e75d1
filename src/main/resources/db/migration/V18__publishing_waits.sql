-- What is being waited for while a version is published: how far it was when it began to fail, and approval by another administrator.

alter table deployed_version add column failing_reach integer;
alter table deployed_version add column unsettled_since timestamptz;
comment on column deployed_version.failing_reach is 'How far it was when it began to fail: only further on it is forgotten that it did';
comment on column deployed_version.unsettled_since is 'Since when Microsoft answers as if something did not exist or were locked, as it does while it propagates';

alter table deployed_version drop constraint deployed_version_status_check;
alter table deployed_version add constraint deployed_version_status_check
  check (status in ('IN_PROGRESS', 'RETRYING', 'WAITING_FOR_APPROVAL', 'SUCCESS', 'FAILED'));

drop index deployed_version_open_ix;
create index deployed_version_open_ix on deployed_version (company_id, deployment_id)
  where status in ('IN_PROGRESS', 'RETRYING', 'WAITING_FOR_APPROVAL');

call make_cross_tenant_readable('deployed_version');

create function cross_tenant_version_is_being_published(wanted uuid) returns table (version_id uuid)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select v.version_id from deployed_version v
  where v.version_id = wanted and v.status in ('IN_PROGRESS', 'RETRYING', 'WAITING_FOR_APPROVAL')
$$;
call make_cross_tenant('cross_tenant_version_is_being_published(uuid)');
