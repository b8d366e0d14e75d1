-- Environments, their Intune connections with their health, and attempts to connect.

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
  managed_devices integer,
  devices_counted_at timestamptz,
  connected_at timestamptz not null,
  connected_by text not null,
  approved_by text not null,
  consented_at timestamptz not null,
  granted_permissions text[] not null,
  missing_permissions text[] not null,
  waived_permissions text[] not null,
  state text not null,
  state_since timestamptz not null,
  problem text,
  aadsts integer,
  checked_at timestamptz,
  inconclusive_reason text,
  inconclusive_problem text,
  inconclusive_since timestamptz,
  last_attempt_at timestamptz,
  check_requested_at timestamptz,
  paused_at timestamptz,
  paused_by text,
  disconnecting boolean not null,
  version integer not null,
  constraint intune_connection_pk primary key (company_id, environment_id),
  constraint intune_connection_environment_fk foreign key (company_id, environment_id) references environment,
  constraint intune_connection_state_check check (state in ('CONNECTED', 'DEGRADED', 'LOST', 'BLOCKED')),
  constraint intune_connection_inconclusive_check check (inconclusive_reason in ('OURS', 'UNKNOWN', 'VERIFYING')),
  constraint intune_connection_paused_check check ((paused_at is null) = (paused_by is null))
);
comment on column intune_connection.managed_devices is 'How many devices Intune manages, as Microsoft Graph reported it; null where it could not be read';
comment on column intune_connection.connected_by is 'The member who connected, by name';
comment on column intune_connection.approved_by is 'The Microsoft account that proved the tenant and gave consent';
comment on column intune_connection.state is 'Result of the last conclusive check';
comment on column intune_connection.checked_at is 'Time of the last conclusive check';
comment on column intune_connection.inconclusive_reason is 'Why the last check was inconclusive; null where it was conclusive';
comment on column intune_connection.last_attempt_at is 'Time of the last check, conclusive or not';
comment on column intune_connection.check_requested_at is 'When a member last requested a check';
call make_company_owned('intune_connection');
call make_cross_tenant_readable('intune_connection');
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
  'An Entra tenant belongs to at most one connection of the whole installation; shared, since a key over all companies cannot live in a table distributed by company';
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
  expected_tenant_id uuid,
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
comment on table consent_attempt is
  'One attempt to connect, bound to session, person, company and environment; SIGNED_IN and CONSENTED last from the use of a state until its outcome is stored';
comment on column consent_attempt.expected_tenant_id is 'For a reconnect: the tenant of the connection, the only one accepted';
create unique index consent_attempt_state_uq on consent_attempt (company_id, state_hash);
call make_company_owned('consent_attempt');
call make_cross_tenant_readable('consent_attempt');
grant select, insert, update on consent_attempt to patchbay_app;

create policy cross_tenant_deletes on consent_attempt for delete to patchbay_cross_tenant using (true);
grant delete on consent_attempt to patchbay_cross_tenant;

create function cross_tenant_delete_consent_attempts(before timestamptz) returns integer
language sql security definer
set search_path = public, pg_temp
as $$
  with deleted as (delete from consent_attempt where created_at < before returning 1)
  select count(*)::integer from deleted
$$;
call make_cross_tenant('cross_tenant_delete_consent_attempts(timestamptz)');
comment on function cross_tenant_delete_consent_attempts is 'Deletes old attempts to connect; the event log keeps their outcome for longer';
