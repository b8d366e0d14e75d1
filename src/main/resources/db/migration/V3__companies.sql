-- Companies, their members, and the people who are invited or request access.

create table company (
  company_id uuid not null,
  name text not null,
  country text not null,
  contact_email text not null,
  billing_email text,
  home_tenant_id uuid not null,
  terms_accepted_at timestamptz not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  version integer not null,
  constraint company_pk primary key (company_id),
  constraint company_name_check check (length(name) between 1 and 100),
  constraint company_country_check check (country ~ '^[A-Z]{2}$'),
  constraint company_deleted_check check (deleted_at is null or contact_email = '' and billing_email is null)
);
comment on column company.billing_email is 'Where invoices and quotes go; null for the contact address';
comment on column company.home_tenant_id is 'Entra tenant of the founder, whose people may request access';
comment on column company.deleted_at is
  'Set once and never cleared. The row stays for the event log, without addresses; no page and no cross-tenant function shows it';
create index company_home_tenant_ix on company (home_tenant_id);
call make_company_owned('company');
call make_cross_tenant_readable('company');
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
call make_cross_tenant_readable('member');
grant select, insert, update, delete on member to patchbay_app;

create function cross_tenant_companies_of_person(person_tenant uuid, person_object uuid)
returns table (company_id uuid, name text)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select c.company_id, c.name
  from member m join company c on c.company_id = m.company_id
  where m.tenant_id = person_tenant and m.object_id = person_object and c.deleted_at is null
  order by lower(c.name), c.company_id
$$;
call make_cross_tenant('cross_tenant_companies_of_person(uuid, uuid)');

create function cross_tenant_companies_of_tenant(home_tenant uuid)
returns table (company_id uuid, name text)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select c.company_id, c.name from company c
  where c.home_tenant_id = home_tenant and c.deleted_at is null
  order by lower(c.name), c.company_id
$$;
call make_cross_tenant('cross_tenant_companies_of_tenant(uuid)');

create function cross_tenant_company_name(company uuid) returns text
language sql stable security definer
set search_path = public, pg_temp
as $$
  select c.name from company c where c.company_id = company and c.deleted_at is null
$$;
call make_cross_tenant('cross_tenant_company_name(uuid)');

create table invitation (
  company_id uuid not null,
  invitation_id uuid not null,
  email text not null,
  role text not null,
  access_management boolean not null,
  token_hash bytea not null,
  invited_by text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  version integer not null,
  constraint invitation_pk primary key (company_id, invitation_id),
  constraint invitation_company_fk foreign key (company_id) references company,
  constraint invitation_role_check check (role in ('READ_ONLY_ADMIN', 'INTUNE_APP_ADMIN', 'FULL_ADMIN')),
  constraint invitation_access_management_check check (not access_management or role = 'FULL_ADMIN')
);
comment on column invitation.token_hash is 'SHA-256 of the token in the link; the token itself is not stored';
create index invitation_token_ix on invitation (token_hash);
create unique index invitation_pending_uq on invitation (company_id, lower(email)) where accepted_at is null;
call make_company_owned('invitation');
call make_cross_tenant_readable('invitation');
grant select, insert, update, delete on invitation to patchbay_app;

create function cross_tenant_invitation(token bytea) returns table (company_id uuid, invitation_id uuid)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select i.company_id, i.invitation_id from invitation i where i.token_hash = token and i.accepted_at is null
$$;
call make_cross_tenant('cross_tenant_invitation(bytea)');

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
  reminded_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  version integer not null,
  constraint access_request_pk primary key (company_id, request_id),
  constraint access_request_company_fk foreign key (company_id) references company,
  constraint access_request_status_check check (status in ('PENDING', 'APPROVED', 'REJECTED'))
);
comment on column access_request.reminded_at is 'When the person last reminded the administrators of it';
create unique index access_request_pending_uq on access_request (company_id, tenant_id, object_id)
  where status = 'PENDING';
call make_company_owned('access_request');
call make_cross_tenant_readable('access_request');
grant select, insert, update, delete on access_request to patchbay_app;

create function cross_tenant_access_requests_of_person(person_tenant uuid, person_object uuid)
returns table (company_id uuid, requested_at timestamptz, reminded_at timestamptz)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select r.company_id, r.requested_at, r.reminded_at from access_request r
  where r.tenant_id = person_tenant and r.object_id = person_object and r.status = 'PENDING'
$$;
call make_cross_tenant('cross_tenant_access_requests_of_person(uuid, uuid)');

create table remembered_company (
  tenant_id uuid not null,
  object_id uuid not null,
  company_id uuid not null,
  constraint remembered_company_pk primary key (tenant_id, object_id)
);
comment on table remembered_company is
  'The company a person chose last, opened at the next sign-in; it gives no access and is checked against member each time';
create index remembered_company_company_ix on remembered_company (company_id);
grant select, insert, update, delete on remembered_company to patchbay_app;
