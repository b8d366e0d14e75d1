-- Disconnects: what was to be removed, and what became of each item.

create table disconnect_run (
  company_id uuid not null,
  run_id uuid not null,
  environment_id uuid not null,
  tenant_id uuid not null,
  tenant_name text not null,
  person_tenant_id uuid not null,
  person_object_id uuid not null,
  person_name text not null,
  person_email text not null,
  address text,
  user_agent text,
  requested_at timestamptz not null,
  finished_at timestamptz,
  version integer not null,
  constraint disconnect_run_pk primary key (company_id, run_id),
  constraint disconnect_run_environment_fk foreign key (company_id, environment_id) references environment
);
comment on column disconnect_run.address is 'Network address of the person, for the event';
create unique index disconnect_run_active_uq on disconnect_run (company_id, environment_id) where finished_at is null;
call make_company_owned('disconnect_run');
grant select, insert, update on disconnect_run to patchbay_app;

create table disconnect_item (
  company_id uuid not null,
  run_id uuid not null,
  item_no integer not null,
  kind text not null,
  reference text not null,
  name text not null,
  status text not null,
  reason text,
  attempts integer not null,
  visible_from timestamptz not null,
  version integer not null,
  constraint disconnect_item_pk primary key (company_id, run_id, item_no),
  constraint disconnect_item_run_fk foreign key (company_id, run_id) references disconnect_run,
  constraint disconnect_item_status_check check (status in ('PENDING', 'REMOVED', 'LEFT'))
);
call make_company_owned('disconnect_item');
grant select, insert, update on disconnect_item to patchbay_app;
