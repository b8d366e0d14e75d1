-- Companies, their members and those who ask to come in; and how a table comes under row-level security.

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

create table company (
  company_id uuid not null,
  name text not null,
  country text not null,
  contact_email text not null,
  home_tenant_id uuid not null,
  terms_accepted_at timestamptz not null,
  created_at timestamptz not null,
  version integer not null,
  constraint company_pk primary key (company_id),
  constraint company_name_check check (length(name) between 1 and 100),
  constraint company_country_check check (country ~ '^[A-Z]{2}$')
);
comment on column company.home_tenant_id is 'Entra tenant of the founder; people of it may ask for access';
create index company_home_tenant_ix on company (home_tenant_id);
call make_company_owned('company');
grant select, insert, update on company to patchbay_app;

create table member (
  company_id uuid not null,
  user_id uuid not null,
  tenant_id uuid not null,
  object_id uuid not null,
  name text not null,
  email text not null,
  role text not null,
  access_management boolean not null,
  joined_at timestamptz not null,
  version integer not null,
  constraint member_pk primary key (company_id, user_id),
  constraint member_company_fk foreign key (company_id) references company,
  constraint member_person_uq unique (company_id, tenant_id, object_id),
  constraint member_role_check check (role in ('READ_ONLY_ADMIN', 'INTUNE_APP_ADMIN', 'FULL_ADMIN')),
  constraint member_access_management_check check (not access_management or role = 'FULL_ADMIN')
);
comment on table member is 'A person (tenant_id, object_id) in a company; name and email are for display only';
create index member_person_ix on member (tenant_id, object_id);
call make_company_owned('member');
grant select, insert, update, delete on member to patchbay_app;

create table access_request (
  company_id uuid not null,
  request_id uuid not null,
  tenant_id uuid not null,
  object_id uuid not null,
  name text not null,
  email text not null,
  reason text not null,
  status text not null,
  requested_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  version integer not null,
  constraint access_request_pk primary key (company_id, request_id),
  constraint access_request_company_fk foreign key (company_id) references company,
  constraint access_request_status_check check (status in ('PENDING', 'APPROVED', 'REJECTED'))
);
create unique index access_request_pending_uq on access_request (company_id, tenant_id, object_id)
  where status = 'PENDING';
call make_company_owned('access_request');
grant select, insert, update on access_request to patchbay_app;

create table remembered_company (
  tenant_id uuid not null,
  object_id uuid not null,
  company_id uuid not null,
  constraint remembered_company_pk primary key (tenant_id, object_id)
);
comment on table remembered_company is 'The company a person wants to land in; a wish, checked against member each time';
grant select, insert, update, delete on remembered_company to patchbay_app;

-- Cross-tenant queries: functions of a role of its own that may read these two tables and nothing else.
create policy cross_tenant_reads on company for select to patchbay_cross_tenant using (true);
create policy cross_tenant_reads on member for select to patchbay_cross_tenant using (true);
grant select on company, member to patchbay_cross_tenant;

create function cross_tenant_companies_of_person(person_tenant uuid, person_object uuid)
returns table (company_id uuid, name text)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select c.company_id, c.name
  from member m join company c on c.company_id = m.company_id
  where m.tenant_id = person_tenant and m.object_id = person_object
  order by lower(c.name), c.company_id
$$;

create function cross_tenant_companies_of_tenant(home_tenant uuid)
returns table (company_id uuid, name text)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select c.company_id, c.name from company c where c.home_tenant_id = home_tenant order by lower(c.name), c.company_id
$$;

grant create on schema public to patchbay_cross_tenant;
alter function cross_tenant_companies_of_person(uuid, uuid) owner to patchbay_cross_tenant;
alter function cross_tenant_companies_of_tenant(uuid) owner to patchbay_cross_tenant;
revoke create on schema public from patchbay_cross_tenant;
revoke execute on function cross_tenant_companies_of_person(uuid, uuid), cross_tenant_companies_of_tenant(uuid) from public;
grant execute on function cross_tenant_companies_of_person(uuid, uuid), cross_tenant_companies_of_tenant(uuid) to patchbay_app;
