-- A waiting request for access can be brought back to mind, and whoever asked sees it.

alter table access_request add column renewed_at timestamptz;
comment on column access_request.renewed_at is 'When the person last reminded the administrators of it';

create policy door_reads on access_request for select to patchbay_door using (true);
grant select on access_request to patchbay_door;

create function door_requests_of_person(person_tenant uuid, person_object uuid)
returns table (company_id uuid, asked_at timestamptz, renewed_at timestamptz)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select r.company_id, r.requested_at, r.renewed_at from access_request r
  where r.tenant_id = person_tenant and r.object_id = person_object and r.status = 'PENDING'
$$;

grant create on schema public to patchbay_door;
alter function door_requests_of_person(uuid, uuid) owner to patchbay_door;
revoke create on schema public from patchbay_door;
revoke execute on function door_requests_of_person(uuid, uuid) from public;
grant execute on function door_requests_of_person(uuid, uuid) to patchbay_app;
