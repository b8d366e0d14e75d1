-- What somebody is in all of their companies, in one statement for each ground instead of several for each company.

create function cross_tenant_memberships_of_person(person_tenant uuid, person_object uuid)
returns table (company_id uuid, name text, role text, access_management boolean)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select c.company_id, c.name, m.role, m.access_management
    from member m join company c on c.company_id = m.company_id
    where m.tenant_id = person_tenant and m.object_id = person_object and c.deleted_at is null
    order by lower(c.name), c.company_id;
end
$$;
call make_cross_tenant('cross_tenant_memberships_of_person(uuid, uuid)');

call make_cross_tenant_readable('group_member');

-- A row for each role by group; one without a role where a company has groups of the tenant and none of them is known to hold the person.
create function cross_tenant_group_access_of_person(person_tenant uuid, person_object uuid)
returns table (company_id uuid, name text, confirmed_at timestamptz, checked_at timestamptz, problem text, role text,
  access_management boolean)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select c.company_id, c.name, m.confirmed_at, m.checked_at, m.problem, r.role, r.access_management
    from (select distinct g.company_id from group_role g where g.tenant_id = person_tenant) t
    join company c on c.company_id = t.company_id
    left join group_member m
      on m.company_id = c.company_id and m.tenant_id = person_tenant and m.object_id = person_object
    left join group_role r
      on r.company_id = c.company_id and r.tenant_id = person_tenant and r.missing_since is null
        and r.group_id = any (m.member_of)
    where c.deleted_at is null
    order by lower(c.name), c.company_id;
end
$$;
call make_cross_tenant('cross_tenant_group_access_of_person(uuid, uuid)');
