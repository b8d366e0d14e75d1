-- Deploying several applications at once: named templates of the defaults, and what was begun with them.

create table deployment_template (
  company_id uuid not null,
  template_id uuid not null,
  name text not null,
  defaults jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint deployment_template_pk primary key (company_id, template_id),
  constraint deployment_template_company_fk foreign key (company_id) references company,
  constraint deployment_template_name_check check (length(name) between 1 and 100)
);
comment on table deployment_template is 'Defaults for deploying several applications at once, by name';
comment on column deployment_template.defaults is
  'Environments, architecture, scope, language, update ring, retention, assignments by the names of groups and filters';
create unique index deployment_template_name_uq on deployment_template (company_id, lower(name));
call make_company_owned('deployment_template');
grant select, insert, update, delete on deployment_template to patchbay_app;

create table quick_deployment (
  company_id uuid not null,
  quick_deployment_id uuid not null,
  person_tenant_id uuid not null,
  person_object_id uuid not null,
  person_name text not null,
  person_email text not null,
  started_at timestamptz not null,
  constraint quick_deployment_pk primary key (company_id, quick_deployment_id),
  constraint quick_deployment_company_fk foreign key (company_id) references company
);
comment on table quick_deployment is
  'Several applications that a person deploys at once; the identifier comes from the form, so that a form counts once';
create index quick_deployment_started_ix on quick_deployment (company_id, started_at);
call make_company_owned('quick_deployment');
grant select, insert, delete on quick_deployment to patchbay_app;

create table quick_deployment_item (
  company_id uuid not null,
  quick_deployment_id uuid not null,
  place integer not null,
  environment_id uuid not null,
  app_id text not null,
  app_name text not null,
  spec jsonb,
  state text not null,
  deployment_id uuid,
  reason text,
  constraint quick_deployment_item_pk primary key (company_id, quick_deployment_id, place),
  constraint quick_deployment_item_app_uq unique (company_id, quick_deployment_id, environment_id, app_id),
  constraint quick_deployment_item_quick_deployment_fk foreign key (company_id, quick_deployment_id)
    references quick_deployment on delete cascade,
  constraint quick_deployment_item_environment_fk foreign key (company_id, environment_id) references environment,
  constraint quick_deployment_item_state_check check (state in ('WAITING', 'STARTED', 'NOT_DEPLOYED')),
  constraint quick_deployment_item_spec_check check (state <> 'WAITING' or spec is not null),
  constraint quick_deployment_item_deployment_check check ((state = 'STARTED') = (deployment_id is not null)),
  constraint quick_deployment_item_reason_check check ((state = 'NOT_DEPLOYED') = (reason is not null))
);
comment on table quick_deployment_item is 'One application in one environment';
comment on column quick_deployment_item.spec is 'How it is to be deployed; null where it was clear that it cannot be';
comment on column quick_deployment_item.deployment_id is 'What became of it; may have been deleted since, so it is no foreign key';
comment on column quick_deployment_item.reason is 'Why it was not deployed, for people';
call make_company_owned('quick_deployment_item');
grant select, insert, update, delete on quick_deployment_item to patchbay_app;
