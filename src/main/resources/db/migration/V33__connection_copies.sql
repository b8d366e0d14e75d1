-- A copy of a connection that somebody uploaded, from its preview to its import.

create table connection_copy (
  company_id uuid not null,
  environment_id uuid not null,
  content bytea not null,
  uploaded_at timestamptz not null,
  importing_until timestamptz,
  constraint connection_copy_pk primary key (company_id, environment_id),
  constraint connection_copy_environment_fk foreign key (company_id, environment_id) references environment
);
comment on table connection_copy is
  'The copy of a connection that was uploaded last to an environment; deleted after a day and with the connection';
comment on column connection_copy.content is 'The ZIP archive as it was uploaded, after its signature was checked';
comment on column connection_copy.importing_until is 'Until when somebody imports it, so that nobody else does at the same time; null where nobody does';
call make_company_owned('connection_copy');
call make_cross_tenant_readable('connection_copy');
grant select, insert, update, delete on connection_copy to patchbay_app;

create policy cross_tenant_deletes on connection_copy for delete to patchbay_cross_tenant using (true);
grant delete on connection_copy to patchbay_cross_tenant;

create function cross_tenant_delete_connection_copies(before timestamptz) returns integer
language plpgsql security definer
set search_path = public, pg_temp
as $$
declare
  deleted integer;
begin
  delete from connection_copy c where c.uploaded_at < before;
  get diagnostics deleted = row_count;
  return deleted;
end
$$;
call make_cross_tenant('cross_tenant_delete_connection_copies(timestamptz)');
comment on function cross_tenant_delete_connection_copies is 'Deletes copies of connections that nobody imports any more';
