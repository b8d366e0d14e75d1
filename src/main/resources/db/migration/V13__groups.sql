-- Entra ID security groups that give access to a company, and who came in through them.

create table group_role (
  company_id uuid not null,
  group_role_id uuid not null,
  environment_id uuid not null,
  tenant_id uuid not null,
  group_id uuid not null,
  name text not null,
  role text not null,
  access_management boolean not null,
  added_at timestamptz not null,
  added_by text not null,
  gone_at timestamptz,
  version integer not null,
  constraint group_role_pk primary key (company_id, group_role_id),
  constraint group_role_connection_fk foreign key (company_id, environment_id) references intune_connection,
  constraint group_role_group_uq unique (company_id, environment_id, group_id),
  constraint group_role_role_check check (role in ('READ_ONLY_ADMIN', 'INTUNE_APP_ADMIN', 'FULL_ADMIN')),
  constraint group_role_access_management_check check (not access_management or role = 'FULL_ADMIN')
);
comment on column group_role.group_id is 'Object ID in Entra ID';
comment on column group_role.gone_at is 'When Entra ID was first seen to know the group no more';
create index group_role_tenant_ix on group_role (tenant_id);
call make_company_owned('group_role');
grant select, insert, update, delete on group_role to patchbay_app;

create table group_visitor (
  company_id uuid not null,
  tenant_id uuid not null,
  object_id uuid not null,
  name text not null,
  email text not null,
  member_of uuid[] not null,
  answered_at timestamptz,
  asked_at timestamptz,
  problem text,
  constraint group_visitor_pk primary key (company_id, tenant_id, object_id),
  constraint group_visitor_company_fk foreign key (company_id) references company
);
comment on table group_visitor is
  'In which of the groups somebody is who came by, as Entra ID said last; name and email are for display only';
comment on column group_visitor.answered_at is 'When Entra ID last said so; null where it must say so anew';
comment on column group_visitor.asked_at is 'When it was last asked, in vain perhaps';
comment on column group_visitor.problem is 'Why it gave no answer when it was last asked';
call make_company_owned('group_visitor');
grant select, insert, update, delete on group_visitor to patchbay_app;

create policy cross_tenant_reads on group_role for select to patchbay_cross_tenant using (true);
grant select on group_role to patchbay_cross_tenant;

create function cross_tenant_companies_with_groups(tenant uuid) returns table (company_id uuid, name text)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select c.company_id, c.name from company c
  where exists (select from group_role g where g.company_id = c.company_id and g.tenant_id = tenant)
  order by lower(c.name), c.company_id
$$;

grant create on schema public to patchbay_cross_tenant;
alter function cross_tenant_companies_with_groups(uuid) owner to patchbay_cross_tenant;
revoke create on schema public from patchbay_cross_tenant;
revoke execute on function cross_tenant_companies_with_groups(uuid) from public;
grant execute on function cross_tenant_companies_with_groups(uuid) to patchbay_app;
