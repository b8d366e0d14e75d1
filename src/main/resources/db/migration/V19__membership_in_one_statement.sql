-- Asked with every request, before anything is bound: one statement instead of a transaction with three.
create function cross_tenant_membership(for_company uuid, person_tenant uuid, person_object uuid)
returns table (name text, role text, access_management boolean)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query select c.name, m.role, m.access_management
    from member m join company c on c.company_id = m.company_id
    where m.company_id = for_company and m.tenant_id = person_tenant and m.object_id = person_object
      and c.deleted_at is null;
end
$$;
call make_cross_tenant('cross_tenant_membership(uuid, uuid, uuid)');
