-- What a company lets support see for good, and which companies let it see something now.

create table support_standing (
  company_id uuid not null,
  granted_at timestamptz not null,
  granted_by text not null,
  constraint support_standing_pk primary key (company_id),
  constraint support_standing_company_fk foreign key (company_id) references company
);
comment on table support_standing is 'Companies that let support read their event log until they take it back; chosen at onboarding or later';
call make_company_owned('support_standing');
grant select, insert, delete on support_standing to patchbay_app;

create policy cross_tenant_reads on support_standing for select to patchbay_cross_tenant using (true);
grant select on support_standing to patchbay_cross_tenant;
create policy cross_tenant_reads on support_grant for select to patchbay_cross_tenant using (true);
grant select on support_grant to patchbay_cross_tenant;

create function cross_tenant_companies_granting(at timestamptz)
returns table (company_id uuid, name text)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select c.company_id, c.name from company c
  where c.deleted_at is null
    and (exists (select 1 from support_grant g where g.company_id = c.company_id and g.ends_at > at)
      or exists (select 1 from support_standing s where s.company_id = c.company_id))
  order by lower(c.name), c.company_id limit 200
$$;

grant create on schema public to patchbay_cross_tenant;
alter function cross_tenant_companies_granting(timestamptz) owner to patchbay_cross_tenant;
revoke create on schema public from patchbay_cross_tenant;
revoke execute on function cross_tenant_companies_granting(timestamptz) from public;
grant execute on function cross_tenant_companies_granting(timestamptz) to patchbay_app;
