-- Licenses of environments, the keys that activate them, trials and quotes.

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
  close_reason text,
  expiry_announced boolean not null,
  expiry_logged boolean not null,
  version integer not null,
  constraint license_pk primary key (company_id, license_id),
  constraint license_environment_fk foreign key (company_id, environment_id) references environment,
  constraint license_kind_check check (kind = 'TRIAL' and key_id is null or kind = 'KEY' and key_id is not null),
  constraint license_closed_check
    check ((closed_at is null) = (close_reason is null) and close_reason in ('REPLACED', 'REVOKED')),
  constraint license_devices_check check (devices > 0),
  constraint license_period_check check (starts_at < ends_at)
);
comment on column license.key_ending is 'The last five characters of the key, for display';
comment on column license.ends_at is 'The first instant at which it is no longer valid: midnight UTC after its last day';
comment on column license.expiry_announced is 'Whether its members were notified, some days ahead, that it is about to expire';
comment on column license.expiry_logged is 'Whether its expiry is in the event log';
create unique index license_current_uq on license (company_id, environment_id) where closed_at is null;
create index license_end_ix on license (ends_at) where closed_at is null and not expiry_logged;
call make_company_owned('license');
call make_cross_tenant_readable('license');
grant select, insert, update on license to patchbay_app;

create function cross_tenant_licenses_expired(at timestamptz)
returns table (company_id uuid, license_id uuid)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select l.company_id, l.license_id
  from license l join company c on c.company_id = l.company_id and c.deleted_at is null
  where l.closed_at is null and not l.expiry_logged and l.ends_at <= at
  order by l.ends_at limit 500
$$;
call make_cross_tenant('cross_tenant_licenses_expired(timestamptz)');

create function cross_tenant_licenses_expiring(since timestamptz, until timestamptz)
returns table (company_id uuid, license_id uuid)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select l.company_id, l.license_id
  from license l join company c on c.company_id = l.company_id and c.deleted_at is null
  where l.closed_at is null and not l.expiry_announced
    and l.starts_at <= since and l.ends_at > since and l.ends_at <= until
  order by l.ends_at limit 500
$$;
call make_cross_tenant('cross_tenant_licenses_expiring(timestamptz, timestamptz)');

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
  constraint issued_key_company_check
    check (bound_company_id is null or company_id is null or bound_company_id = company_id)
);
comment on table issued_key is
  'Keys that the vendor issued; shared, since a key belongs to no company until it is activated. The key itself is not stored: key_hash is an HMAC of it';
comment on column issued_key.bound_company_id is 'The only company that may activate it; null for a bearer key';
comment on column issued_key.company_id is 'The company that activated it, which never changes';
comment on column issued_key.environment_id is 'The environment in which it is active now';
grant select, insert, update on issued_key to patchbay_app;

create table trial_claim (
  tenant_id uuid not null,
  company_id uuid not null,
  claimed_at timestamptz not null,
  constraint trial_claim_pk primary key (tenant_id),
  constraint trial_claim_company_uq unique (company_id)
);
comment on table trial_claim is
  'One trial ever for each Entra tenant and each company; shared, since a second company must not get another trial for the tenant';
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
comment on table quote is 'Quotes requested from the vendor; shared, since a requester need not have a company';
create index quote_status_ix on quote (status, quote_id);
create index quote_company_ix on quote (company_id, quote_id);
grant select, insert, update on quote to patchbay_app;
