-- How a connection stands, as its checks found it; whom a reconnect must be for; and the events of one environment.

alter table intune_connection
  add column state text not null default 'CONNECTED',
  add column state_since timestamptz not null default '-infinity',
  add column problem text,
  add column aadsts integer,
  add column missing_permissions text[] not null default '{}',
  add column waived_permissions text[] not null default '{}',
  add column trouble text,
  add column trouble_problem text,
  add column trouble_since timestamptz,
  add column checked_at timestamptz,
  add column tried_at timestamptz,
  add column check_asked_at timestamptz,
  add column consented_at timestamptz not null default '-infinity',
  add column paused_at timestamptz,
  add column paused_by text,
  add column disconnecting boolean not null default false,
  add constraint intune_connection_state_check check (state in ('CONNECTED', 'DEGRADED', 'LOST', 'BLOCKED')),
  add constraint intune_connection_trouble_check check (trouble in ('OURS', 'UNKNOWN', 'VERIFYING')),
  add constraint intune_connection_paused_check check ((paused_at is null) = (paused_by is null));
alter table intune_connection
  alter column state drop default,
  alter column state_since drop default,
  alter column missing_permissions drop default,
  alter column waived_permissions drop default,
  alter column consented_at drop default,
  alter column disconnecting drop default;
comment on column intune_connection.state is 'What the last check that came to a conclusion found';
comment on column intune_connection.trouble is 'Why the last check came to no conclusion, null where it did';
comment on column intune_connection.checked_at is 'When a check last came to a conclusion';
comment on column intune_connection.tried_at is 'When a check was last made at all';

alter table consent_attempt add column expected_tenant_id uuid;
comment on column consent_attempt.expected_tenant_id is 'Of a reconnect: the stored tenant, and no other';

create index event_environment_ix on event (company_id, environment_id, occurred_at);
