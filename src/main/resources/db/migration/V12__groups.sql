-- Entra ID security groups that give access to a company, and the people who have it through them.

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
  missing_since timestamptz,
  version integer not null,
  constraint group_role_pk primary key (company_id, group_role_id),
  constraint group_role_connection_fk foreign key (company_id, environment_id) references intune_connection,
  constraint group_role_group_uq unique (company_id, environment_id, group_id),
  constraint group_role_role_check check (role in ('READ_ONLY_ADMIN', 'INTUNE_APP_ADMIN', 'FULL_ADMIN')),
  constraint group_role_access_management_check check (not access_management or role = 'FULL_ADMIN')
);
comment on column group_role.group_id is 'Object ID in Entra ID';
comment on column group_role.missing_since is 'When Entra ID was first seen to have no such group';
create index group_role_tenant_ix on group_role (tenant_id);
call make_company_owned('group_role');
call make_cross_tenant_readable('group_role');
grant select, insert, update, delete on group_role to patchbay_app;

create function cross_tenant_companies_with_groups(tenant uuid) returns table (company_id uuid, name text)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select c.company_id, c.name from company c
  where exists (select from group_role g where g.company_id = c.company_id and g.tenant_id = tenant)
  order by lower(c.name), c.company_id
$$;
call make_cross_tenant('cross_tenant_companies_with_groups(uuid)');

create table group_member (
  company_id uuid not null,
  tenant_id uuid not null,
  object_id uuid not null,
  name text not null,
  email text not null,
  member_of uuid[] not null,
  confirmed_at timestamptz,
  checked_at timestamptz,
  problem text,
  constraint group_member_pk primary key (company_id, tenant_id, object_id),
  constraint group_member_company_fk foreign key (company_id) references company
);
comment on table group_member is
  'A person who signed in, and which of the groups they are a member of; name and email are for display only';
comment on column group_member.confirmed_at is 'When Entra ID last gave member_of; null where it must be read again before it counts';
comment on column group_member.checked_at is 'When Entra ID was last queried, successfully or not';
comment on column group_member.problem is 'Why the last query failed';
call make_company_owned('group_member');
grant select, insert, update, delete on group_member to patchbay_app;
