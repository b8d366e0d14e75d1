-- What the operator sees: which instances are alive, and why jobs fail.

create table portal_instance (
  instance_id uuid not null,
  host text not null,
  version text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  constraint portal_instance_pk primary key (instance_id)
);
comment on table portal_instance is 'Instances of the portal; each writes every few seconds that it is alive';
grant select, insert, update, delete on portal_instance to patchbay_app;

create table job_failure (
  task_name text not null,
  task_instance text not null,
  failed_at timestamptz not null,
  cause text not null,
  constraint job_failure_pk primary key (task_name, task_instance)
);
comment on table job_failure is 'Why the last run of a job failed, as long as it fails';
comment on column job_failure.cause is 'Kinds of error and a place in the code; no message, which may name a company';
grant select, insert, update, delete on job_failure to patchbay_app;
