-- Functions across companies in PL/pgSQL: over a distributed PostgreSQL, parameters inside a function in SQL cannot be planned.

create or replace function cross_tenant_companies_of_person(person_tenant uuid, person_object uuid)
returns table (company_id uuid, name text)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select c.company_id, c.name
    from member m join company c on c.company_id = m.company_id
    where m.tenant_id = person_tenant and m.object_id = person_object and c.deleted_at is null
    order by lower(c.name), c.company_id;
end
$$;

create or replace function cross_tenant_companies_of_tenant(home_tenant uuid)
returns table (company_id uuid, name text)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select c.company_id, c.name from company c
    where c.home_tenant_id = home_tenant and c.deleted_at is null
    order by lower(c.name), c.company_id;
end
$$;

create or replace function cross_tenant_company_name(company uuid)
returns text
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return (
    select c.name from company c where c.company_id = company and c.deleted_at is null
  );
end
$$;

create or replace function cross_tenant_invitation(token bytea)
returns table (company_id uuid, invitation_id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select i.company_id, i.invitation_id from invitation i where i.token_hash = token and i.accepted_at is null;
end
$$;

create or replace function cross_tenant_access_requests_of_person(person_tenant uuid, person_object uuid)
returns table (company_id uuid, requested_at timestamptz, reminded_at timestamptz)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select r.company_id, r.requested_at, r.reminded_at from access_request r
    where r.tenant_id = person_tenant and r.object_id = person_object and r.status = 'PENDING';
end
$$;

create or replace function cross_tenant_roles_of_person(person_tenant uuid, person_object uuid)
returns table (company_id uuid, role text, access_management boolean)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select m.company_id, m.role, m.access_management from member m
    where m.tenant_id = person_tenant and m.object_id = person_object;
end
$$;

create or replace function cross_tenant_unsealed_event_logs()
returns table (company_id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select distinct u.company_id from event_unsealed u;
end
$$;

create or replace function cross_tenant_event_logs()
returns table (company_id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select c.company_id from event_chain c;
end
$$;

create or replace function cross_tenant_event_token(hash bytea)
returns table (company_id uuid, token_id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select t.company_id, t.token_id from event_token t join company c on c.company_id = t.company_id
    where t.token_hash = hash and t.revoked_at is null and c.deleted_at is null;
end
$$;

create or replace function cross_tenant_delete_consent_attempts(before timestamptz)
returns integer
language plpgsql security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
declare
  deleted integer;
begin
  delete from consent_attempt a where a.created_at < before;
  get diagnostics deleted = row_count;
  return deleted;
end
$$;

create or replace function cross_tenant_licenses_expired(at timestamptz)
returns table (company_id uuid, license_id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select l.company_id, l.license_id
    from license l join company c on c.company_id = l.company_id and c.deleted_at is null
    where l.closed_at is null and not l.expiry_logged and l.ends_at <= at
    order by l.ends_at limit 500;
end
$$;

create or replace function cross_tenant_licenses_expiring(since timestamptz, until timestamptz)
returns table (company_id uuid, license_id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select l.company_id, l.license_id
    from license l join company c on c.company_id = l.company_id and c.deleted_at is null
    where l.closed_at is null and not l.expiry_announced
      and l.starts_at <= since and l.ends_at > since and l.ends_at <= until
    order by l.ends_at limit 500;
end
$$;

create or replace function cross_tenant_companies_with_groups(tenant uuid)
returns table (company_id uuid, name text)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select c.company_id, c.name from company c
    where exists (select from group_role g where g.company_id = c.company_id and g.tenant_id = tenant)
    order by lower(c.name), c.company_id;
end
$$;

create or replace function cross_tenant_companies_for_support(term text)
returns table (company_id uuid, name text)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select c.company_id, c.name from company c
    where c.deleted_at is null
      and (strpos(lower(c.name), lower(term)) > 0
        or c.company_id::text = lower(term)
        or exists (select 1 from intune_connection i where i.company_id = c.company_id
          and (i.tenant_id::text = lower(term) or lower(i.primary_domain) = lower(term))))
    order by lower(c.name), c.company_id limit 25;
end
$$;

create or replace function cross_tenant_companies_granting_support(at timestamptz)
returns table (company_id uuid, name text)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select c.company_id, c.name from company c
    where c.deleted_at is null
      and (exists (select 1 from support_grant g where g.company_id = c.company_id and g.ends_at > at)
        or exists (select 1 from support_standing_grant s where s.company_id = c.company_id))
    order by lower(c.name), c.company_id limit 200;
end
$$;

create or replace function cross_tenant_version_is_being_published(wanted uuid)
returns table (version_id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select v.version_id from deployed_version v
    where v.version_id = wanted and v.status in ('IN_PROGRESS', 'RETRYING', 'WAITING_FOR_APPROVAL');
end
$$;

create or replace function cross_tenant_owned_versions(wanted text)
returns table (version_id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select v.version_id from deployed_version v where v.version_id = any (string_to_array(wanted, ',')::uuid[]);
end
$$;
