-- A second person and a wait before a connection is taken apart.

create table disconnect_protection (
  company_id uuid not null,
  second_person boolean not null,
  wait_hours integer not null,
  changed_at timestamptz not null,
  constraint disconnect_protection_pk primary key (company_id),
  constraint disconnect_protection_company_fk foreign key (company_id) references company,
  constraint disconnect_protection_wait_check check (wait_hours between 0 and 168)
);
comment on table disconnect_protection is 'How disconnects of a company are protected; none where it never chose';
call make_company_owned('disconnect_protection');
grant select, insert, update on disconnect_protection to patchbay_app;

create table disconnect_request (
  company_id uuid not null,
  request_id uuid not null,
  kind text not null,
  environment_id uuid,
  tenant_id uuid,
  tenant_name text,
  keeps_apps boolean,
  second_person boolean not null,
  wait_hours integer not null,
  person_tenant_id uuid not null,
  person_object_id uuid not null,
  person_name text not null,
  person_email text not null,
  address text,
  user_agent text,
  correlation_id text,
  requested_at timestamptz not null,
  lapses_at timestamptz not null,
  status text not null,
  confirmed_by text,
  confirmed_at timestamptz,
  starts_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  reason text,
  run_id uuid,
  constraint disconnect_request_pk primary key (company_id, request_id),
  constraint disconnect_request_company_fk foreign key (company_id) references company,
  constraint disconnect_request_environment_fk foreign key (company_id, environment_id) references environment,
  constraint disconnect_request_run_fk foreign key (company_id, run_id) references disconnect_run,
  constraint disconnect_request_kind_check check (kind in ('DISCONNECT', 'CHANGE')),
  constraint disconnect_request_status_check check (status in ('AWAITING_CONFIRMATION', 'WAITING', 'DONE', 'REFUSED',
    'CANCELED', 'LAPSED', 'STOPPED')),
  constraint disconnect_request_connection_check check (num_nonnulls(environment_id, tenant_id, tenant_name, keeps_apps)
    = case kind when 'DISCONNECT' then 4 else 0 end),
  constraint disconnect_request_wait_check check (wait_hours between 0 and 168),
  constraint disconnect_request_reason_check check (length(reason) <= 500)
);
comment on table disconnect_request is
  'What is to be confirmed by a second person, or waits until it can no longer be canceled: disconnects, and changes of their protection';
comment on column disconnect_request.second_person is 'Of a disconnect, whether a second person has to confirm it; of a change, what is wanted';
comment on column disconnect_request.wait_hours is 'Of a disconnect, how long it can be canceled; of a change, what is wanted';
create unique index disconnect_request_open_uq on disconnect_request (company_id, environment_id) nulls not distinct
  where status in ('AWAITING_CONFIRMATION', 'WAITING');
call make_company_owned('disconnect_request');
grant select, insert, update, delete on disconnect_request to patchbay_app;

alter table disconnect_run
  add column asked_at timestamptz,
  add column confirmed_by text,
  add column confirmed_at timestamptz,
  add column wait_hours integer;
comment on column disconnect_run.asked_at is 'When it was asked for, where it did not begin at once';
comment on column disconnect_run.wait_hours is 'How long it could be canceled before it began';

-- Who is told that a disconnect began is told what comes before, too.
alter table channel no force row level security;
update channel set kinds = kinds || '{DISCONNECT_REQUESTED,DISCONNECT_SCHEDULED,DISCONNECT_CALLED_OFF,PROTECTION_CHANGE}'
where 'DISCONNECT_STARTED' = any (kinds);
alter table channel force row level security;
