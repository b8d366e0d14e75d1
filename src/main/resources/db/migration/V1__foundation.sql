-- What every table and every query across companies stands on.

create procedure make_company_owned(tenant_table regclass)
language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy company_only on %s'
    || ' using (company_id = nullif(current_setting(''patchbay.company_id'', true), '''')::uuid)'
    || ' with check (company_id = nullif(current_setting(''patchbay.company_id'', true), '''')::uuid)', tenant_table);
end
$$;
comment on procedure make_company_owned is
  'Puts a table with a company_id column under the one policy form that all tenant-owned tables have';
revoke execute on procedure make_company_owned(regclass) from public;

create procedure make_cross_tenant_readable(tenant_table regclass)
language plpgsql
as $$
begin
  execute format('create policy cross_tenant_reads on %s for select to patchbay_cross_tenant using (true)', tenant_table);
  execute format('grant select on %s to patchbay_cross_tenant', tenant_table);
end
$$;
comment on procedure make_cross_tenant_readable is
  'Lets the functions of patchbay_cross_tenant read the rows of all companies in a table';
revoke execute on procedure make_cross_tenant_readable(regclass) from public;

create procedure make_cross_tenant(query regprocedure)
language plpgsql
as $$
begin
  -- The new owner of a function needs the right to create one; it has it for this statement only.
  grant create on schema public to patchbay_cross_tenant;
  execute format('alter function %s owner to patchbay_cross_tenant', query);
  revoke create on schema public from patchbay_cross_tenant;
  execute format('revoke execute on function %s from public', query);
  execute format('grant execute on function %s to patchbay_app', query);
end
$$;
comment on procedure make_cross_tenant is
  'Gives a security definer function to the role that may look across companies, and the portal the right to call it';
revoke execute on procedure make_cross_tenant(regprocedure) from public;

create table rate_limit (
  bucket text not null,
  window_start timestamptz not null,
  hits integer not null,
  constraint rate_limit_pk primary key (bucket, window_start)
);
comment on table rate_limit is
  'How often something was tried in a window of time, whichever instance served it; shared, as network addresses belong to no company';
create index rate_limit_window_ix on rate_limit (window_start);
grant select, insert, update, delete on rate_limit to patchbay_app;
