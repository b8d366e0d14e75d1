-- How long a company keeps its log, and the only two ways in which events are removed from it.

create table event_settings (
  company_id uuid not null,
  retention_days integer not null,
  constraint event_settings_pk primary key (company_id),
  constraint event_settings_retention_check check (retention_days between 30 and 3650)
);
call make_company_owned('event_settings');
grant select, insert, update on event_settings to patchbay_app;

-- Runs as the owner of the schema, who is under row-level security too: it reaches the bound company and no other.
create function event_retention_delete(up_to bigint, moment timestamptz, keep_days integer) returns bigint
language plpgsql security definer
set search_path = public, pg_temp
as $$
declare
  oldest_kept timestamptz := moment - make_interval(days => keep_days);
  deleted bigint;
begin
  if keep_days < 30 then
    raise exception 'event_retention_delete: % days are too few', keep_days;
  end if;
  if moment > greatest(now(), (select max(occurred_at) from event)) + interval '1 day' then
    raise exception 'event_retention_delete: % has not come yet', moment;
  end if;
  if exists (select from event_seal where seq <= up_to and occurred_at >= oldest_kept) then
    raise exception 'event_retention_delete: link % and those before it are still to be kept', up_to;
  end if;
  delete from event e using event_seal s
  where s.seq <= up_to and e.company_id = s.company_id and e.occurred_at = s.occurred_at and e.event_id = s.event_id;
  get diagnostics deleted = row_count;
  delete from event_seal where seq <= up_to;
  return deleted;
end
$$;
comment on function event_retention_delete is 'Deletes the events of the current company up to a link of its chain; refuses where one of them is younger than keep_days (at least 30)';
revoke execute on function event_retention_delete(bigint, timestamptz, integer) from public;
grant execute on function event_retention_delete(bigint, timestamptz, integer) to patchbay_app;

create function event_partitions_drop(before date) returns integer
language plpgsql security definer
set search_path = public, pg_temp
set lock_timeout = '3s'
as $$
declare
  partition_name text;
  occupied boolean;
  dropped integer := 0;
begin
  for partition_name in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'public.event'::regclass and c.relname ~ '^event_\d{4}_\d{2}$'
      and to_date(substr(c.relname, 7), 'YYYY_MM') + interval '1 month' <= before
    order by c.relname
  loop
    execute format('select exists (select from %I)', partition_name) into occupied;
    continue when occupied;
    execute format('drop table %I', partition_name);
    dropped := dropped + 1;
  end loop;
  return dropped;
end
$$;
comment on function event_partitions_drop is 'Drops the empty partitions of the months before a day';
revoke execute on function event_partitions_drop(date) from public;
grant execute on function event_partitions_drop(date) to patchbay_app;
