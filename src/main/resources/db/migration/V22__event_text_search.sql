-- Text in events is found through an index. Row-level security keeps "ilike" from using one, as it is not leakproof; so one
-- function looks on behalf of the current company, and names the events. Their rows are read as ever.

create extension if not exists btree_gin;

create index event_text_ix on event using gin
  (company_id, (title || E'\n' || description || E'\n' || actor_name) gin_trgm_ops, actor_email gin_trgm_ops)
  with (gin_pending_list_limit = 512);
create index event_correlation_ix on event using hash (correlation_id);
create index event_error_code_ix on event (company_id, (details ->> 'AADSTS code'))
  where details ->> 'AADSTS code' is not null;

call make_cross_tenant_readable('event');

create function event_search(
  pattern text, elsewhere text, sought text, since timestamptz, before timestamptz, of_category text, of_operation text,
  of_severity text, of_user text, of_environment uuid, older_at timestamptz, older_than uuid, newer_at timestamptz,
  newer_than uuid, newest_first boolean, most bigint)
returns table (occurred_at timestamptz, event_id uuid)
language plpgsql stable security definer rows 100
set search_path = public, pg_temp
set jit = off
as $$
declare
  -- How many of the first events of the filter are tried, and how many of them make a text a frequent one.
  tried constant integer := 2000;
  frequent constant integer := 200;
  company uuid := nullif(current_setting('patchbay.company_id', true), '')::uuid;
  in_order text := format('order by e.occurred_at %1$s, e.event_id %1$s', case when newest_first then 'desc' else 'asc' end);
  narrowed text := 'e.company_id = $1'
    || case when since is null then '' else ' and e.occurred_at >= $4' end
    || case when before is null then '' else ' and e.occurred_at < $5' end
    || case when of_category is null then '' else ' and e.category = $6' end
    || case when of_operation is null then '' else ' and e.operation = $7' end
    || case when of_severity is null then '' else ' and e.severity = $8' end
    || case when of_user is null then '' else ' and e.actor_name = $9' end
    || case when of_environment is null then '' else ' and e.environment_id = $10' end
    || case when older_than is null then '' else ' and (e.occurred_at, e.event_id) < ($11, $12)' end
    || case when newer_than is null then '' else ' and (e.occurred_at, e.event_id) > ($13, $14)' end;
  or_elsewhere text := case elsewhere
    when 'EMAIL' then ' or e.actor_email ilike $2'
    when 'CORRELATION' then ' or e.correlation_id = $3'
    when 'ERROR_CODE' then ' or e.details ->> ''AADSTS code'' = $3'
    else '' end;
  read_along text := '(e.title ilike $2 or e.description ilike $2 or e.actor_name ilike $2' || or_elsewhere || ')';
  looked_up text := '((e.title || E''\n'' || e.description || E''\n'' || e.actor_name) ilike $2' || or_elsewhere || ')';
  query text;
  found bigint;
begin
  execute format(
      'select count(*) from (select from (select * from public.event e where %s %s limit %s) e where %s limit %s) tries',
      narrowed, in_order, tried, read_along, frequent)
    into found
    using company, pattern, sought, since, before, of_category, of_operation, of_severity, of_user, of_environment,
      older_at, older_than, newer_at, newer_than;
  query := case when found >= least(most, frequent)
    then format('select e.occurred_at, e.event_id from public.event e where %s and %s %s limit $15',
      narrowed, read_along, in_order)
    else format('with e as materialized (select e.occurred_at, e.event_id from public.event e where %s and %s)'
      || ' select e.occurred_at, e.event_id from e %s limit $15', narrowed, looked_up, in_order) end;
  return query execute query
    using company, pattern, sought, since, before, of_category, of_operation, of_severity, of_user, of_environment,
      older_at, older_than, newer_at, newer_than, most;
end
$$;
comment on function event_search is
  'The events of the current company, and of no other, whose title, description or user is like a pattern, or that have what is sought elsewhere (EMAIL, CORRELATION, ERROR_CODE); null arguments ask for nothing. Row-level security hides the statistics from the planner: so a sample decides whether to read along the time (frequent texts) or to ask the index (rare ones)';
call make_cross_tenant('event_search(text, text, text, timestamptz, timestamptz, text, text, text, text, uuid, timestamptz, uuid, timestamptz, uuid, boolean, bigint)');
