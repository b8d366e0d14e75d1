-- Customers decide whether Patchbay's support sees anything of theirs, what, and for how long.

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
comment on table support_grant is 'The last grant; it counts until it ends, and is deleted when it is taken back';
call make_company_owned('support_grant');
grant select, insert, update, delete on support_grant to patchbay_app;

create table support_request (
  company_id uuid not null,
  request_id uuid not null,
  asked_by text not null,
  ticket text not null,
  reason text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  constraint support_request_pk primary key (company_id, request_id),
  constraint support_request_company_fk foreign key (company_id) references company,
  constraint support_request_ticket_check check (length(ticket) between 1 and 60),
  constraint support_request_reason_check check (length(reason) between 1 and 500)
);
create unique index support_request_waiting_ux on support_request (company_id, ticket) where answered_at is null;
call make_company_owned('support_request');
grant select, insert, update on support_request to patchbay_app;

create table support_session (
  company_id uuid not null,
  tenant_id uuid not null,
  object_id uuid not null,
  ticket text not null,
  begun_at timestamptz not null,
  constraint support_session_pk primary key (company_id, tenant_id, object_id),
  constraint support_session_company_fk foreign key (company_id) references company,
  constraint support_session_ticket_check check (length(ticket) between 1 and 60)
);
comment on table support_session is 'The ticket for which somebody of support looks into a company; asked for once per visit';
call make_company_owned('support_session');
grant select, insert, update, delete on support_session to patchbay_app;

create policy cross_tenant_reads on intune_connection for select to patchbay_cross_tenant using (true);
grant select on intune_connection to patchbay_cross_tenant;

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

grant create on schema public to patchbay_cross_tenant;
alter function cross_tenant_companies_for_support(text) owner to patchbay_cross_tenant;
revoke create on schema public from patchbay_cross_tenant;
revoke execute on function cross_tenant_companies_for_support(text) from public;
grant execute on function cross_tenant_companies_for_support(text) to patchbay_app;
