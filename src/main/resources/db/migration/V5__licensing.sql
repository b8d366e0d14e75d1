-- Licenses of environments, the keys they come from, trials, quotes, and how often something was tried.

create table license (
  company_id uuid not null,
  license_id uuid not null,
  environment_id uuid not null,
  kind text not null,
  plan text not null,
  devices integer not null,
  key_id uuid,
  key_ending text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  activated_at timestamptz not null,
  activated_by text not null,
  closed_at timestamptz,
  closing text,
  expiry_noted boolean not null,
  version integer not null,
  constraint license_pk primary key (company_id, license_id),
  constraint license_environment_fk foreign key (company_id, environment_id) references environment,
  constraint license_kind_check check (kind = 'TRIAL' and key_id is null or kind = 'KEY' and key_id is not null),
  constraint license_closing_check check ((closed_at is null) = (closing is null) and closing in ('REPLACED', 'REVOKED')),
  constraint license_devices_check check (devices > 0),
  constraint license_period_check check (starts_at < ends_at)
);
comment on column license.ends_at is 'The first instant at which it is not valid any more: midnight UTC after its last day';
comment on column license.key_ending is 'The last five characters of the key, for display';
comment on column license.expiry_noted is 'Whether the event log tells of its end';
create unique index license_current_uq on license (company_id, environment_id) where closed_at is null;
create index license_end_ix on license (ends_at) where closed_at is null and not expiry_noted;
call make_company_owned('license');
grant select, insert, update on license to patchbay_app;

create policy cross_tenant_reads on license for select to patchbay_cross_tenant using (true);
grant select on license to patchbay_cross_tenant;

create function cross_tenant_licenses_ended(at timestamptz)
returns table (company_id uuid, license_id uuid)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select l.company_id, l.license_id from license l
  where l.closed_at is null and not l.expiry_noted and l.ends_at <= at
  order by l.ends_at limit 500
$$;

create function cross_tenant_company_name(company uuid) returns text
language sql stable security definer
set search_path = public, pg_temp
as $$
  select c.name from company c where c.company_id = company
$$;

grant create on schema public to patchbay_cross_tenant;
alter function cross_tenant_licenses_ended(timestamptz) owner to patchbay_cross_tenant;
alter function cross_tenant_company_name(uuid) owner to patchbay_cross_tenant;
revoke create on schema public from patchbay_cross_tenant;
revoke execute on function cross_tenant_licenses_ended(timestamptz), cross_tenant_company_name(uuid) from public;
grant execute on function cross_tenant_licenses_ended(timestamptz), cross_tenant_company_name(uuid) to patchbay_app;

create table issued_key (
  key_id uuid not null,
  key_hash bytea not null,
  key_ending text not null,
  plan text not null,
  devices integer not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  bound_company_id uuid,
  company_id uuid,
  company_name text,
  environment_id uuid,
  environment_name text,
  activated_at timestamptz,
  issued_at timestamptz not null,
  issued_by text not null,
  revoked_at timestamptz,
  revoked_by text,
  version integer not null,
  constraint issued_key_pk primary key (key_id),
  constraint issued_key_hash_uq unique (key_hash),
  constraint issued_key_devices_check check (devices > 0),
  constraint issued_key_period_check check (starts_at < ends_at),
  constraint issued_key_company_check check (bound_company_id is null or company_id is null or bound_company_id = company_id)
);
comment on table issued_key is
  'Keys the vendor issued; shared, since it belongs to nobody before somebody activates it. The key itself is not stored: key_hash is an HMAC of it';
comment on column issued_key.bound_company_id is 'The only company that may activate it; null for a bearer key';
comment on column issued_key.company_id is 'The company that activated it, which keeps it for good';
comment on column issued_key.environment_id is 'Where it is active now';
grant select, insert, update on issued_key to patchbay_app;

create table trial_claim (
  tenant_id uuid not null,
  company_id uuid not null,
  claimed_at timestamptz not null,
  constraint trial_claim_pk primary key (tenant_id),
  constraint trial_claim_company_uq unique (company_id)
);
comment on table trial_claim is
  'One trial for each Entra tenant and each company, ever; shared, since another company must not get a second one for the tenant';
grant select, insert on trial_claim to patchbay_app;

create table quote (
  quote_id uuid not null,
  reference text not null,
  company_id uuid,
  company_name text not null,
  contact_name text not null,
  email text not null,
  devices integer not null,
  plan text not null,
  message text not null,
  status text not null,
  requested_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  answered_by text,
  key_id uuid,
  version integer not null,
  constraint quote_pk primary key (quote_id),
  constraint quote_reference_uq unique (reference),
  constraint quote_key_fk foreign key (key_id) references issued_key,
  constraint quote_status_check check (status in ('REQUESTED', 'ANSWERED', 'DECLINED')),
  constraint quote_answered_check check ((status = 'REQUESTED') = (answered_at is null))
);
comment on table quote is 'What people asked the vendor for; shared, since who asks need not have a company';
create index quote_status_ix on quote (status, quote_id);
create index quote_company_ix on quote (company_id, quote_id);
grant select, insert, update on quote to patchbay_app;

create table rate_limit (
  bucket text not null,
  window_start timestamptz not null,
  hits integer not null,
  constraint rate_limit_pk primary key (bucket, window_start)
);
comment on table rate_limit is 'How often something was tried in a window of time, whichever instance was asked; shared, as addresses belong to nobody';
create index rate_limit_age_ix on rate_limit (window_start);
grant select, insert, update, delete on rate_limit to patchbay_app;
