-- Customers decide whether Patchbay's support sees any of their data, which, and for how long.

create table support_grant (
  company_id uuid not null,
  access text not null,
  granted_at timestamptz not null,
  granted_by text not null,
  ends_at timestamptz not null,
  constraint support_grant_pk primary key (company_id),
  constraint support_grant_company_fk foreign key (company_id) references company,
  constraint support_grant_access_check check (access in ('EVENT_LOG', 'READ_ONLY')),
  constraint support_grant_end_check check (ends_at > granted_at)
);
comment on table support_grant is 'The latest grant for a limited time; valid until ends_at, deleted when it is revoked';
call make_company_owned('support_grant');
call make_cross_tenant_readable('support_grant');
grant select, insert, update, delete on support_grant to patchbay_app;

create table support_standing_grant (
  company_id uuid not null,
  granted_at timestamptz not null,
  granted_by text not null,
  constraint support_standing_grant_pk primary key (company_id),
  constraint support_standing_grant_company_fk foreign key (company_id) references company
);
comment on table support_standing_grant is
  'Companies whose event log support may read until they revoke it; chosen at onboarding or later';
call make_company_owned('support_standing_grant');
call make_cross_tenant_readable('support_standing_grant');
grant select, insert, delete on support_standing_grant to patchbay_app;

create table support_request (
  company_id uuid not null,
  request_id uuid not null,
  requested_by text not null,
  ticket text not null,
  reason text not null,
  requested_at timestamptz not null,
  answered_at timestamptz,
  constraint support_request_pk primary key (company_id, request_id),
  constraint support_request_company_fk foreign key (company_id) references company,
  constraint support_request_ticket_check check (length(ticket) between 1 and 60),
  constraint support_request_reason_check check (length(reason) between 1 and 500)
);
comment on table support_request is 'Requests of support for a grant';
create unique index support_request_open_uq on support_request (company_id, ticket) where answered_at is null;
call make_company_owned('support_request');
grant select, insert, update on support_request to patchbay_app;

create table support_session (
  company_id uuid not null,
  tenant_id uuid not null,
  object_id uuid not null,
  ticket text not null,
  started_at timestamptz not null,
  constraint support_session_pk primary key (company_id, tenant_id, object_id),
  constraint support_session_company_fk foreign key (company_id) references company,
  constraint support_session_ticket_check check (length(ticket) between 1 and 60)
);
comment on table support_session is
  'The ticket for which a support engineer (tenant_id, object_id) views a company; asked for once per session';
call make_company_owned('support_session');
grant select, insert, update, delete on support_session to patchbay_app;

create function cross_tenant_companies_for_support(term text)
returns table (company_id uuid, name text)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select c.company_id, c.name from company c
  where c.deleted_at is null
    and (strpos(lower(c.name), lower(term)) > 0
      or c.company_id::text = lower(term)
      or exists (select 1 from intune_connection i where i.company_id = c.company_id
        and (i.tenant_id::text = lower(term) or lower(i.primary_domain) = lower(term))))
  order by lower(c.name), c.company_id limit 25
$$;
call make_cross_tenant('cross_tenant_companies_for_support(text)');

create function cross_tenant_companies_granting_support(at timestamptz)
returns table (company_id uuid, name text)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select c.company_id, c.name from company c
  where c.deleted_at is null
    and (exists (select 1 from support_grant g where g.company_id = c.company_id and g.ends_at > at)
      or exists (select 1 from support_standing_grant s where s.company_id = c.company_id))
  order by lower(c.name), c.company_id limit 200
$$;
call make_cross_tenant('cross_tenant_companies_granting_support(timestamptz)');
