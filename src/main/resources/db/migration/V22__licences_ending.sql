-- That a licence ends soon is told once, some days before.

alter table licence add column ending_announced boolean not null default false;

create function door_licences_ending(since timestamptz, until timestamptz)
returns table (company_id uuid, licence_id uuid)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select l.company_id, l.licence_id
  from licence l join company c on c.company_id = l.company_id and c.deleted_at is null
  where l.closed_at is null and not l.ending_announced and l.starts_at <= since and l.ends_at > since and l.ends_at <= until
  order by l.ends_at limit 500
$$;

grant create on schema public to patchbay_door;
alter function door_licences_ending(timestamptz, timestamptz) owner to patchbay_door;
revoke create on schema public from patchbay_door;
revoke execute on function door_licences_ending(timestamptz, timestamptz) from public;
grant execute on function door_licences_ending(timestamptz, timestamptz) to patchbay_app;
