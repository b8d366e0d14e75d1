-- Deployments, their versions that are in Intune or being published there, and when each environment is synchronized.

create table deployment (
  company_id uuid not null,
  deployment_id uuid not null,
  environment_id uuid not null,
  app_id text not null,
  app_name text not null,
  publisher text not null,
  state text not null,
  spec jsonb not null,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  version integer not null,
  constraint deployment_pk primary key (company_id, deployment_id),
  constraint deployment_environment_fk foreign key (company_id, environment_id) references environment,
  constraint deployment_state_check check (state in ('DRAFT', 'ACTIVE', 'PAUSED', 'DELETING'))
);
comment on column deployment.spec is 'How its versions are published: policy, commands, detection, retention, assignments';
comment on column deployment.version is 'Optimistic lock: counts the changes';
create unique index deployment_draft_uq on deployment (company_id, environment_id, app_id) where state = 'DRAFT';
create index deployment_environment_ix on deployment (company_id, environment_id, app_name);
call make_company_owned('deployment');
grant select, insert, update, delete on deployment to patchbay_app;

create table deployed_version (
  company_id uuid not null,
  version_id uuid not null,
  deployment_id uuid not null,
  app_version text not null,
  reason text not null,
  status text not null,
  progress jsonb not null,
  cause text,
  remark text,
  attempts integer not null,
  failing_since timestamptz,
  visible_from timestamptz not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  superseded_at timestamptz,
  manually_assigned boolean not null,
  removed_at timestamptz,
  not_removed_reason text,
  version integer not null,
  constraint deployed_version_pk primary key (company_id, version_id),
  constraint deployed_version_deployment_fk foreign key (company_id, deployment_id) references deployment,
  constraint deployed_version_app_uq unique (company_id, deployment_id, app_version),
  constraint deployed_version_status_check check (status in ('IN_PROGRESS', 'RETRYING', 'SUCCESS', 'FAILED')),
  constraint deployed_version_reason_check check (reason in ('CREATED', 'UPDATED', 'SYNCHRONIZED', 'RECREATED'))
);
comment on column deployed_version.progress is 'How far its publishing is: the next step, and the results of the steps before it';
comment on column deployed_version.cause is 'Why the last attempt failed';
comment on column deployed_version.remark is 'What people should know about it although it was published';
comment on column deployed_version.visible_from is 'When its next step may be tried';
comment on column deployed_version.superseded_at is 'When a newer version took its assignments; null while it is the latest';
comment on column deployed_version.manually_assigned is 'Whether a person assigned it in Intune after it was superseded, as last seen';
comment on column deployed_version.removed_at is 'While its deployment is being deleted: when it was removed from Intune';
comment on column deployed_version.not_removed_reason is 'While its deployment is being deleted: why it stays in Intune';
comment on column deployed_version.version is 'Optimistic lock: counts the changes';
create index deployed_version_open_ix on deployed_version (company_id, deployment_id)
  where status in ('IN_PROGRESS', 'RETRYING');
call make_company_owned('deployed_version');
grant select, insert, update, delete on deployed_version to patchbay_app;

create table synchronization (
  company_id uuid not null,
  environment_id uuid not null,
  requested_at timestamptz,
  requested_by text,
  started_at timestamptz,
  finished_at timestamptz,
  report jsonb,
  next_at timestamptz not null,
  constraint synchronization_pk primary key (company_id, environment_id),
  constraint synchronization_environment_fk foreign key (company_id, environment_id) references environment
);
comment on column synchronization.requested_at is 'Since when one is due or running at a request; null where none is';
comment on column synchronization.started_at is 'When the last one started';
comment on column synchronization.finished_at is 'When the last one finished';
comment on column synchronization.next_at is 'When the next one is due by schedule';
call make_company_owned('synchronization');
grant select, insert, update, delete on synchronization to patchbay_app;
