-- That a license ends soon is told once, some days before.

alter table license add column ending_announced boolean not null default false;

create function cross_tenant_licenses_ending(since timestamptz, until timestamptz)
returns table (company_id uuid, license_id uuid)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select l.company_id, l.license_id
  from license l join company c on c.company_id = l.company_id and c.deleted_at is null
  where l.closed_at is null and not l.ending_announced and l.starts_at <= since and l.ends_at > since and l.ends_at <= until
  order by l.ends_at limit 500
$$;

grant create on schema public to patchbay_cross_tenant;
alter function cross_tenant_licenses_ending(timestamptz, timestamptz) owner to patchbay_cross_tenant;
revoke create on schema public from patchbay_cross_tenant;
revoke execute on function cross_tenant_licenses_ending(timestamptz, timestamptz) from public;
grant execute on function cross_tenant_licenses_ending(timestamptz, timestamptz) to patchbay_app;
