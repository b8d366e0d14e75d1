-- The server's clock, not what the application says, decides which events may be written and which removed.

create table event_bound (
  only_row boolean not null default true,
  ahead interval not null default '1 minute',
  behind interval not null default '1 day',
  keep_days integer not null default 30,
  constraint event_bound_pk primary key (only_row),
  constraint event_bound_only_row_check check (only_row),
  constraint event_bound_keep_days_check check (keep_days >= 30)
);
comment on table event_bound is 'What the application may not get around; the owner of the schema changes it, the application only reads it';
comment on column event_bound.ahead is 'How far the clock of the portal may be ahead of the clock of the database';
comment on column event_bound.behind is 'How long ago an event that is written may have happened';
comment on column event_bound.keep_days is 'The days for which no event is removed, whatever a company chose';
insert into event_bound default values;
grant select on event_bound to patchbay_app;

create function event_dated_now() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  bound public.event_bound;
begin
  select * into strict bound from public.event_bound;
  if new.occurred_at > clock_timestamp() + bound.ahead then
    raise exception 'event_dated_now: % has not come yet', new.occurred_at;
  end if;
  if new.occurred_at < clock_timestamp() - bound.behind then
    raise exception 'event_dated_now: % is too long ago', new.occurred_at;
  end if;
  return new;
end
$$;
comment on function event_dated_now is 'Refuses events of another time than now';

-- Who may delete events gains nothing by dating them: a restored backup, for one, is written by the owner.
create trigger event_dated_now_trigger before insert on event for each row
  when (not has_table_privilege('public.event', 'delete'))
  execute function event_dated_now();

create or replace function event_retention_delete(up_to bigint, moment timestamptz, keep_days integer) returns bigint
language plpgsql security definer
set search_path = public, pg_temp
as $$
declare
  bound public.event_bound;
  oldest_kept timestamptz := moment - make_interval(days => keep_days);
  deleted bigint;
begin
  select * into strict bound from public.event_bound;
  if keep_days < bound.keep_days then
    raise exception 'event_retention_delete: % days are too few', keep_days;
  end if;
  if moment > clock_timestamp() + bound.ahead then
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
comment on function event_retention_delete is 'Deletes the events of the current company up to a link of its chain; refuses where one of them is younger than keep_days (at least those of event_bound) by the clock of the server';
