-- Deleting a company: its row stays for the event log, marked, without addresses and without people.

alter table company
  add column deleted_at timestamptz,
  add constraint company_deleted_check
    check (deleted_at is null or contact_email = '' and billing_email is null);
comment on column company.deleted_at is
  'Set once and for good: from then on nobody is in the company, and nothing shows it';
grant delete on access_request to patchbay_app;
create index remembered_company_company_ix on remembered_company (company_id);

-- Whoever looks across companies sees those that are there.
create or replace function cross_tenant_companies_of_person(person_tenant uuid, person_object uuid)
returns table (company_id uuid, name text)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select c.company_id, c.name
  from member m join company c on c.company_id = m.company_id
  where m.tenant_id = person_tenant and m.object_id = person_object and c.deleted_at is null
  order by lower(c.name), c.company_id
$$;

create or replace function cross_tenant_companies_of_tenant(home_tenant uuid)
returns table (company_id uuid, name text)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select c.company_id, c.name from company c
  where c.home_tenant_id = home_tenant and c.deleted_at is null order by lower(c.name), c.company_id
$$;

create or replace function cross_tenant_company_name(company uuid) returns text
language sql stable security definer
set search_path = public, pg_temp
as $$
  select c.name from company c where c.company_id = company and c.deleted_at is null
$$;

create or replace function cross_tenant_licenses_ended(at timestamptz)
returns table (company_id uuid, license_id uuid)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select l.company_id, l.license_id
  from license l join company c on c.company_id = l.company_id and c.deleted_at is null
  where l.closed_at is null and not l.expiry_noted and l.ends_at <= at
  order by l.ends_at limit 500
$$;
