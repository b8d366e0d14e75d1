-- The tables of Spring Session and db-scheduler, with the columns that their documentation gives and one of ours: woken says
-- that a durable job was woken while it ran, and has to run once more.

create table spring_session (
  primary_id char(36) not null,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100),
  constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_session_uq on spring_session (session_id);
create index spring_session_expiry_ix on spring_session (expiry_time);
create index spring_session_principal_ix on spring_session (principal_name);
grant select, insert, update, delete on spring_session to patchbay_app;

create table spring_session_attributes (
  session_primary_id char(36) not null,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
  constraint spring_session_attributes_session_fk foreign key (session_primary_id)
    references spring_session (primary_id) on delete cascade
);
grant select, insert, update, delete on spring_session_attributes to patchbay_app;

create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  woken boolean not null default false,
  constraint scheduled_tasks_pk primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_ix on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat_ix on scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on scheduled_tasks to patchbay_app;
