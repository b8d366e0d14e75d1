-- The event log: append-only for the application, with one partition a month.

create table event (
  company_id uuid not null,
  occurred_at timestamptz not null,
  event_id uuid not null,
  type text not null,
  title text not null,
  description text not null,
  category text not null,
  operation text not null,
  severity text not null,
  actor_kind text not null,
  actor_name text not null,
  actor_email text,
  actor_tenant_id uuid,
  actor_object_id uuid,
  address text,
  user_agent text,
  correlation_id text,
  environment_id uuid,
  tenant_id uuid,
  details jsonb not null,
  constraint event_pk primary key (company_id, occurred_at, event_id),
  constraint event_actor_kind_check check (actor_kind in ('PERSON', 'SUPPORT', 'SYSTEM'))
) partition by range (occurred_at);
comment on column event.occurred_at is 'The millisecond that is also inside event_id (UUID version 7), so that the id alone finds the row';
create index event_environment_ix on event (company_id, environment_id, occurred_at);
create index event_category_ix on event (company_id, category, occurred_at, event_id);
create index event_operation_ix on event (company_id, operation, occurred_at, event_id);
create index event_actor_ix on event (company_id, actor_name, occurred_at, event_id);
call make_company_owned('event');
grant select, insert on event to patchbay_app;

create table event_default partition of event default;
comment on table event_default is 'Holds events of a month without a partition, until event_partitions_ensure moves them';

create function event_partitions_ensure(first_day date, months integer) returns integer
language plpgsql security definer
set search_path = public, pg_temp
as $$
declare
  month_start date;
  partition_name text;
  made integer := 0;
begin
  for i in 0 .. months - 1 loop
    month_start := (date_trunc('month', first_day::timestamp) + make_interval(months => i))::date;
    partition_name := 'event_' || to_char(month_start, 'YYYY_MM');
    continue when to_regclass('public.' || partition_name) is not null;
    perform pg_advisory_xact_lock(hashtext('event_partitions_ensure'));
    continue when to_regclass('public.' || partition_name) is not null;
    execute format('create table %I (like event including defaults including constraints)', partition_name);
    execute format(
      'with moved as (delete from event_default where occurred_at >= %L and occurred_at < %L returning *)'
      || ' insert into %I select * from moved',
      month_start || ' 00:00:00+00', (month_start + interval '1 month')::date || ' 00:00:00+00', partition_name);
    execute format('alter table event attach partition %I for values from (%L) to (%L)', partition_name,
      month_start || ' 00:00:00+00', (month_start + interval '1 month')::date || ' 00:00:00+00');
    made := made + 1;
  end loop;
  return made;
end
$$;
revoke execute on function event_partitions_ensure(date, integer) from public;
grant execute on function event_partitions_ensure(date, integer) to patchbay_app;
