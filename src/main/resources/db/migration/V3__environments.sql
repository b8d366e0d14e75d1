-- Environments, their Intune connections, and attempts to connect.

create table environment (
  company_id uuid not null,
  environment_id uuid not null,
  name text not null,
  created_at timestamptz not null,
  version integer not null,
  constraint environment_pk primary key (company_id, environment_id),
  constraint environment_company_fk foreign key (company_id) references company,
  constraint environment_name_check check (length(name) between 1 and 100)
);
create unique index environment_name_uq on environment (company_id, lower(name));
call make_company_owned('environment');
grant select, insert, update on environment to patchbay_app;

create table intune_connection (
  company_id uuid not null,
  environment_id uuid not null,
  tenant_id uuid not null,
  tenant_name text not null,
  primary_domain text not null,
  granted_permissions text[] not null,
  connected_at timestamptz not null,
  connected_by text not null,
  approved_by text not null,
  version integer not null,
  constraint intune_connection_pk primary key (company_id, environment_id),
  constraint intune_connection_environment_fk foreign key (company_id, environment_id) references environment
);
comment on column intune_connection.connected_by is 'The member who connected, by name';
comment on column intune_connection.approved_by is 'The Microsoft account that proved the tenant and gave consent';
call make_company_owned('intune_connection');
grant select, insert, update, delete on intune_connection to patchbay_app;

create table tenant_claim (
  tenant_id uuid not null,
  company_id uuid not null,
  environment_id uuid not null,
  claimed_at timestamptz not null,
  constraint tenant_claim_pk primary key (tenant_id),
  constraint tenant_claim_environment_uq unique (company_id, environment_id)
);
comment on table tenant_claim is
  'An Entra tenant belongs to at most one connection of the whole installation; shared, since a key over all companies cannot live in a table spread by company';
grant select, insert, delete on tenant_claim to patchbay_app;

create table consent_attempt (
  company_id uuid not null,
  attempt_id uuid not null,
  environment_id uuid not null,
  person_tenant_id uuid not null,
  person_object_id uuid not null,
  person_name text not null,
  person_email text not null,
  address text,
  user_agent text,
  session_hash bytea not null,
  state_hash bytea not null,
  nonce_hash bytea not null,
  step text not null,
  proven_tenant_id uuid,
  proven_account text,
  problem text,
  aadsts integer,
  facts jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  verify_until timestamptz,
  polls integer not null,
  version integer not null,
  constraint consent_attempt_pk primary key (company_id, attempt_id),
  constraint consent_attempt_environment_fk foreign key (company_id, environment_id) references environment,
  constraint consent_attempt_step_check
    check (step in ('SIGN_IN', 'SIGNED_IN', 'CONSENT', 'CONSENTED', 'VERIFYING', 'CONNECTED', 'FAILED'))
);
create unique index consent_attempt_state_uq on consent_attempt (company_id, state_hash);
comment on table consent_attempt is
  'One try to connect, bound to session, person, company and environment; SIGNED_IN and CONSENTED are the moments after a state was used and before its outcome is stored';
call make_company_owned('consent_attempt');
grant select, insert, update on consent_attempt to patchbay_app;
