-- A waiting request for access can be brought back to mind, and whoever asked sees it.

alter table access_request add column renewed_at timestamptz;
comment on column access_request.renewed_at is 'When the person last reminded the administrators of it';

create policy cross_tenant_reads on access_request for select to patchbay_cross_tenant using (true);
grant select on access_request to patchbay_cross_tenant;

create function cross_tenant_requests_of_person(person_tenant uuid, person_object uuid)
returns table (company_id uuid, asked_at timestamptz, renewed_at timestamptz)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select r.company_id, r.requested_at, r.renewed_at from access_request r
  where r.tenant_id = person_tenant and r.object_id = person_object and r.status = 'PENDING'
$$;

grant create on schema public to patchbay_cross_tenant;
alter function cross_tenant_requests_of_person(uuid, uuid) owner to patchbay_cross_tenant;
revoke create on schema public from patchbay_cross_tenant;
revoke execute on function cross_tenant_requests_of_person(uuid, uuid) from public;
grant execute on function cross_tenant_requests_of_person(uuid, uuid) to patchbay_app;
