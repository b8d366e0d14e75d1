-- An application in Intune is taken over only where no company has it: asked by the versions that the marks in its notes name.

create function cross_tenant_owned_versions(wanted text) returns table (version_id uuid)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select v.version_id from deployed_version v where v.version_id = any (string_to_array(wanted, ',')::uuid[])
$$;
call make_cross_tenant('cross_tenant_owned_versions(text)');
comment on function cross_tenant_owned_versions is 'Which of these versions, separated by commas, any company has';
