-- Rows for the schema of the baseline: at least one in every table, and in every column at least one value.
-- UpgradeTests loads them, migrates to the newest version and looks for them again.

insert into rate_limit (bucket, window_start, hits) values ('key:192.0.2.1', '2026-01-05T10:00:00Z', 3);

insert into spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval, expiry_time,
  principal_name)
values ('5e550000-0000-4000-8000-000000000001', '5e550000-0000-4000-8000-000000000002', 1767600000000, 1767600060000,
  1800, 1767601860000, 'ada@contoso.example');

insert into spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
values ('5e550000-0000-4000-8000-000000000001', 'SPRING_SECURITY_CONTEXT', '\x01020304');

insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success,
  last_failure, consecutive_failures, last_heartbeat, version, priority)
values ('check-connection', 'recurring', '\x0a', '2026-01-05T11:00:00Z', true, 'portal-1', '2026-01-05T10:00:00Z',
  '2026-01-05T09:00:00Z', 0, '2026-01-05T10:00:05Z', 7, 1);

insert into company (company_id, name, country, contact_email, billing_email, home_tenant_id, terms_accepted_at,
  created_at, deleted_at, version)
values
  ('c0000000-0000-7000-8000-000000000001', 'Contoso', 'DE', 'it@contoso.example', 'bills@contoso.example',
    '7e000000-0000-4000-8000-000000000001', '2026-01-01T08:00:00Z', '2026-01-01T08:00:01Z', null, 3),
  ('c0000000-0000-7000-8000-000000000002', 'Fabrikam', 'US', '', null, '7e000000-0000-4000-8000-000000000002',
    '2026-01-02T08:00:00Z', '2026-01-02T08:00:01Z', '2026-01-03T08:00:00Z', 1);

insert into member (company_id, user_id, tenant_id, object_id, name, email, role, access_management, joined_at, version)
values ('c0000000-0000-7000-8000-000000000001', 'a0000000-0000-7000-8000-000000000001',
  '7e000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-000000000001', 'Ada Marlowe', 'ada@contoso.example',
  'FULL_ADMIN', true, '2026-01-01T08:00:01Z', 0);

insert into invitation (company_id, invitation_id, email, role, access_management, token_hash, invited_by, invited_at,
  expires_at, accepted_at, version)
values ('c0000000-0000-7000-8000-000000000001', '10000000-0000-7000-8000-000000000001', 'bob@contoso.example',
  'INTUNE_APP_ADMIN', false, '\xb0b0', 'Ada Marlowe', '2026-01-02T09:00:00Z', '2026-01-09T09:00:00Z',
  '2026-01-02T10:00:00Z', 1);

insert into access_request (company_id, request_id, tenant_id, object_id, name, email, reason, status, requested_at,
  reminded_at, decided_at, decided_by, version)
values ('c0000000-0000-7000-8000-000000000001', '20000000-0000-7000-8000-000000000001',
  '7e000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-000000000002', 'Cem Yilmaz', 'cem@contoso.example',
  'I package applications', 'APPROVED', '2026-01-02T11:00:00Z', '2026-01-03T11:00:00Z', '2026-01-03T12:00:00Z',
  'Ada Marlowe', 2);

insert into remembered_company (tenant_id, object_id, company_id)
values ('7e000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-000000000001',
  'c0000000-0000-7000-8000-000000000001');

insert into personal_settings (tenant_id, object_id, time_zone, contact_email)
values ('7e000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-000000000001', 'Europe/Berlin',
  'ada.marlowe@contoso.example');

select event_partitions_ensure('2026-01-01', 1);

insert into event (company_id, occurred_at, event_id, type, title, description, category, operation, severity,
  actor_kind, actor_name, actor_email, actor_tenant_id, actor_object_id, address, user_agent, correlation_id,
  environment_id, tenant_id, details)
values
  ('c0000000-0000-7000-8000-000000000001', '2026-01-05T10:00:00.123Z', '019b8d80-0000-7000-8000-000000000001',
    'INTUNE_CONNECTION_ADDED', 'Intune Connection Added', 'Ada Marlowe connected Production.', 'INTUNE', 'CREATED',
    'SECURITY', 'PERSON', 'Ada Marlowe', 'ada@contoso.example', '7e000000-0000-4000-8000-000000000001',
    '0b000000-0000-4000-8000-000000000001', '192.0.2.1', 'Firefox', 'corr-1', 'e0000000-0000-7000-8000-000000000001',
    '7e000000-0000-4000-8000-000000000001', '{"reconnect": "no"}'),
  ('c0000000-0000-7000-8000-000000000001', '2024-01-05T10:00:00.123Z', '018cd880-0000-7000-8000-000000000002',
    'COMPANY_UPDATED', 'Company Updated', 'An event of a month without a partition.', 'COMPANY', 'UPDATED', 'GENERAL',
    'SYSTEM', 'Patchbay', null, null, null, null, null, null, null, null, '{}');

insert into event_unsealed (company_id, event_id, occurred_at)
values ('c0000000-0000-7000-8000-000000000001', '018cd880-0000-7000-8000-000000000002', '2024-01-05T10:00:00.123Z');

insert into event_seal (company_id, seq, event_id, occurred_at, hash)
values ('c0000000-0000-7000-8000-000000000001', 1, '019b8d80-0000-7000-8000-000000000001', '2026-01-05T10:00:00.123Z',
  '\xaa01');

insert into event_chain (company_id, head_seq, head_hash, head_mac, anchor_seq, anchor_hash, anchor_mac)
values ('c0000000-0000-7000-8000-000000000001', 1, '\xaa01', '\xaa02', 0, '\xaa03', '\xaa04');

insert into event_settings (company_id, retention_days) values ('c0000000-0000-7000-8000-000000000001', 365);

insert into event_token (company_id, token_id, name, token_hash, token_ending, created_by, created_at, last_used_at,
  revoked_at)
values ('c0000000-0000-7000-8000-000000000001', '30000000-0000-7000-8000-000000000001', 'SIEM', '\x5e5e', 'x7Qz',
  'Ada Marlowe', '2026-01-04T08:00:00Z', '2026-01-05T08:00:00Z', '2026-01-06T08:00:00Z');

insert into event_webhook (company_id, receiver, address, secret, delivered_seq, failures, failing_since, paused_at,
  created_by, created_at, version)
values ('c0000000-0000-7000-8000-000000000001', 'siem.contoso.example', '\xadd0', '\x5ec0', 1, 4,
  '2026-01-05T11:00:00Z', '2026-01-05T12:00:00Z', 'Ada Marlowe', '2026-01-04T08:00:00Z', 6);

insert into event_delivery (company_id, delivery_id, first_seq, last_seq, attempted_at, accepted, response)
values ('c0000000-0000-7000-8000-000000000001', '40000000-0000-7000-8000-000000000001', 1, 1, '2026-01-05T10:01:00Z',
  true, '200 OK');

insert into environment (company_id, environment_id, name, created_at, version)
values ('c0000000-0000-7000-8000-000000000001', 'e0000000-0000-7000-8000-000000000001', 'Production',
  '2026-01-01T09:00:00Z', 0);

insert into intune_connection (company_id, environment_id, tenant_id, tenant_name, primary_domain, managed_devices,
  devices_counted_at, connected_at, connected_by, approved_by, consented_at, granted_permissions, missing_permissions,
  waived_permissions, state, state_since, problem, aadsts, checked_at, inconclusive_reason, inconclusive_problem,
  inconclusive_since, last_attempt_at, check_requested_at, paused_at, paused_by, disconnecting, version)
values ('c0000000-0000-7000-8000-000000000001', 'e0000000-0000-7000-8000-000000000001',
  '7e000000-0000-4000-8000-000000000001', 'Contoso', 'contoso.example', 490, '2026-01-05T09:00:00Z',
  '2026-01-01T10:00:00Z', 'Ada Marlowe', 'ada@contoso.example', '2026-01-01T10:00:01Z',
  '{DeviceManagementApps.ReadWrite.All}', '{Group.Read.All}', '{GroupMember.Read.All}', 'LOST', '2026-01-05T08:00:00Z',
  'CONSENT_REVOKED', 65001, '2026-01-05T08:00:01Z', 'UNKNOWN', 'UNKNOWN', '2026-01-05T08:30:00Z',
  '2026-01-05T08:30:01Z', '2026-01-05T08:29:00Z', '2026-01-05T08:31:00Z', 'Ada Marlowe', false, 12);

insert into tenant_claim (tenant_id, company_id, environment_id, claimed_at)
values ('7e000000-0000-4000-8000-000000000001', 'c0000000-0000-7000-8000-000000000001',
  'e0000000-0000-7000-8000-000000000001', '2026-01-01T10:00:00Z');

insert into consent_attempt (company_id, attempt_id, environment_id, person_tenant_id, person_object_id, person_name,
  person_email, address, user_agent, session_hash, state_hash, nonce_hash, step, expected_tenant_id, proven_tenant_id,
  proven_account, problem, aadsts, facts, created_at, expires_at, verify_until, polls, version)
values ('c0000000-0000-7000-8000-000000000001', '50000000-0000-7000-8000-000000000001',
  'e0000000-0000-7000-8000-000000000001', '7e000000-0000-4000-8000-000000000001',
  '0b000000-0000-4000-8000-000000000001', 'Ada Marlowe', 'ada@contoso.example', '192.0.2.1', 'Firefox', '\x01', '\x02',
  '\x03', 'FAILED', '7e000000-0000-4000-8000-000000000001', '7e000000-0000-4000-8000-000000000001',
  'ada@contoso.example', 'CONSENT_DECLINED', 65004, '{"tenant": "Contoso"}', '2026-01-01T09:50:00Z',
  '2026-01-01T10:05:00Z', '2026-01-01T10:10:00Z', 2, 5);

insert into disconnect_run (company_id, run_id, environment_id, tenant_id, tenant_name, person_tenant_id,
  person_object_id, person_name, person_email, address, user_agent, requested_at, finished_at, version)
values ('c0000000-0000-7000-8000-000000000001', '60000000-0000-7000-8000-000000000001',
  'e0000000-0000-7000-8000-000000000001', '7e000000-0000-4000-8000-000000000003', 'Contoso Test',
  '7e000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-000000000001', 'Ada Marlowe', 'ada@contoso.example',
  '192.0.2.1', 'Firefox', '2025-12-30T10:00:00Z', '2025-12-30T10:05:00Z', 2);

insert into disconnect_item (company_id, run_id, item_no, kind, reference, name, status, reason, attempts, visible_from,
  version)
values ('c0000000-0000-7000-8000-000000000001', '60000000-0000-7000-8000-000000000001', 1, 'deployment',
  'deployment/1', '7-Zip', 'LEFT', 'Microsoft refused', 3, '2025-12-30T10:04:00Z', 3);

insert into issued_key (key_id, key_hash, key_ending, plan, devices, starts_at, ends_at, bound_company_id, company_id,
  company_name, environment_id, environment_name, activated_at, issued_at, issued_by, revoked_at, revoked_by, version)
values ('70000000-0000-7000-8000-000000000001', '\x7e7e', 'AB3DE', 'plus', 500, '2026-01-01T00:00:00Z',
  '2027-01-01T00:00:00Z', 'c0000000-0000-7000-8000-000000000001', 'c0000000-0000-7000-8000-000000000001', 'Contoso',
  'e0000000-0000-7000-8000-000000000001', 'Production', '2026-01-02T08:00:00Z', '2026-01-01T08:00:00Z', 'Vera Lind',
  '2026-01-20T08:00:00Z', 'Vera Lind', 3);

insert into license (company_id, license_id, environment_id, kind, plan, devices, key_id, key_ending, starts_at, ends_at,
  activated_at, activated_by, closed_at, close_reason, expiry_announced, expiry_logged, version)
values ('c0000000-0000-7000-8000-000000000001', '80000000-0000-7000-8000-000000000001',
  'e0000000-0000-7000-8000-000000000001', 'KEY', 'plus', 500, '70000000-0000-7000-8000-000000000001', 'AB3DE',
  '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', '2026-01-02T08:00:00Z', 'Ada Marlowe', '2026-01-20T08:00:00Z',
  'REVOKED', true, false, 1);

insert into trial_claim (tenant_id, company_id, claimed_at)
values ('7e000000-0000-4000-8000-000000000001', 'c0000000-0000-7000-8000-000000000001', '2026-01-01T10:00:00Z');

insert into quote (quote_id, reference, company_id, company_name, contact_name, email, devices, plan, message, status,
  requested_at, answer, answered_at, answered_by, key_id, version)
values ('90000000-0000-7000-8000-000000000001', 'Q-2026-0001', 'c0000000-0000-7000-8000-000000000001', 'Contoso',
  'Ada Marlowe', 'ada@contoso.example', 500, 'plus', 'For one year, please', 'ANSWERED', '2026-01-01T11:00:00Z',
  'Here is the key', '2026-01-01T12:00:00Z', 'Vera Lind', '70000000-0000-7000-8000-000000000001', 1);

insert into group_role (company_id, group_role_id, environment_id, tenant_id, group_id, name, role, access_management,
  added_at, added_by, missing_since, version)
values ('c0000000-0000-7000-8000-000000000001', 'a1000000-0000-7000-8000-000000000001',
  'e0000000-0000-7000-8000-000000000001', '7e000000-0000-4000-8000-000000000001',
  'a2000000-0000-4000-8000-000000000001', 'Packagers', 'READ_ONLY_ADMIN', false, '2026-01-03T08:00:00Z', 'Ada Marlowe',
  '2026-01-05T08:00:00Z', 1);

insert into group_member (company_id, tenant_id, object_id, name, email, member_of, confirmed_at, checked_at, problem)
values ('c0000000-0000-7000-8000-000000000001', '7e000000-0000-4000-8000-000000000001',
  '0b000000-0000-4000-8000-000000000003', 'Dana Roth', 'dana@contoso.example',
  '{a2000000-0000-4000-8000-000000000001}', '2026-01-04T08:00:00Z', '2026-01-05T08:00:00Z', 'UNREACHABLE');

insert into support_grant (company_id, access, granted_at, granted_by, ends_at)
values ('c0000000-0000-7000-8000-000000000001', 'READ_ONLY', '2026-01-05T08:00:00Z', 'Ada Marlowe',
  '2026-01-12T08:00:00Z');

insert into support_standing_grant (company_id, granted_at, granted_by)
values ('c0000000-0000-7000-8000-000000000001', '2026-01-01T08:00:00Z', 'Ada Marlowe');

insert into support_request (company_id, request_id, requested_by, ticket, reason, requested_at, answered_at)
values ('c0000000-0000-7000-8000-000000000001', 'a3000000-0000-7000-8000-000000000001', 'Sam Okoye', 'T-1001',
  'The connection is lost', '2026-01-05T07:00:00Z', '2026-01-05T08:00:00Z');

insert into support_session (company_id, tenant_id, object_id, ticket, started_at)
values ('c0000000-0000-7000-8000-000000000001', '7e000000-0000-4000-8000-000000000009',
  '0b000000-0000-4000-8000-000000000009', 'T-1001', '2026-01-05T08:10:00Z');

insert into banner (company_id, banner_id, environment_id, title, body, severity, link, link_label, dismissible, draft,
  starts_at, ends_at, changed_at, changed_by, version)
values ('c0000000-0000-7000-8000-000000000001', 'a4000000-0000-7000-8000-000000000001',
  'e0000000-0000-7000-8000-000000000001', 'Maintenance', 'On **Friday**.', 'WARNING', 'https://contoso.example/it',
  'Details', true, false, '2026-01-05T08:00:00Z', '2026-01-09T18:00:00Z', '2026-01-04T08:00:00Z', 'Ada Marlowe', 1);

insert into banner_image (company_id, image_id, banner_id, content_type, content)
values ('c0000000-0000-7000-8000-000000000001', 'a5000000-0000-7000-8000-000000000001',
  'a4000000-0000-7000-8000-000000000001', 'image/png', '\x89504e47');

insert into banner_dismissal (company_id, tenant_id, object_id, banner_key, dismissed_at)
values ('c0000000-0000-7000-8000-000000000001', '7e000000-0000-4000-8000-000000000001',
  '0b000000-0000-4000-8000-000000000001', 'banner/a4000000-0000-7000-8000-000000000001/1', '2026-01-05T09:00:00Z');

insert into notice (company_id, notice_id, environment_id, kind, title, body, link, happened_at)
values ('c0000000-0000-7000-8000-000000000001', 'a6000000-0000-7000-8000-000000000001',
  'e0000000-0000-7000-8000-000000000001', 'CONNECTION_LOST', 'Connection lost', 'Consent was revoked.',
  '/settings/environments', '2026-01-05T08:00:02Z');

insert into notice_reader (company_id, tenant_id, object_id, read_until, muted)
values ('c0000000-0000-7000-8000-000000000001', '7e000000-0000-4000-8000-000000000001',
  '0b000000-0000-4000-8000-000000000001', '2026-01-04T00:00:00Z', '{SYNCHRONIZATION_REPORT}');

insert into notice_read (company_id, tenant_id, object_id, notice_id)
values ('c0000000-0000-7000-8000-000000000001', '7e000000-0000-4000-8000-000000000001',
  '0b000000-0000-4000-8000-000000000001', 'a6000000-0000-7000-8000-000000000001');

insert into connection_incident (company_id, environment_id, kind, tenant_name, detail, since, notified_at)
values ('c0000000-0000-7000-8000-000000000001', 'e0000000-0000-7000-8000-000000000001', 'CONNECTION_LOST', 'Contoso',
  'Consent was revoked.', '2026-01-05T08:00:00Z', '2026-01-05T08:00:02Z');

insert into channel (company_id, channel_id, environment_id, type, name, address, display_address, secret, kinds,
  verified_at, nonce, failures, suspended_until, created_at, disconnecting, disconnected)
values ('c0000000-0000-7000-8000-000000000001', 'a7000000-0000-7000-8000-000000000001',
  'e0000000-0000-7000-8000-000000000001', 'WEBHOOK', 'Operations', '\xadd1', 'hooks.contoso.example', '\x5ec1',
  '{CONNECTION_LOST}', '2026-01-03T08:00:00Z', 'a8000000-0000-4000-8000-000000000001', 5, '2026-01-05T09:00:00Z',
  '2026-01-03T07:00:00Z', false, false);

insert into delivery (company_id, delivery_id, channel_id, kind, title, body, link, happened_at, status, attempts,
  visible_from, give_up_at, result, finished_at)
values ('c0000000-0000-7000-8000-000000000001', 'a9000000-0000-7000-8000-000000000001',
  'a7000000-0000-7000-8000-000000000001', 'CONNECTION_LOST', 'Connection lost', 'Consent was revoked.',
  '/settings/environments', '2026-01-05T08:00:02Z', 'GIVEN_UP', 5, '2026-01-05T08:30:00Z', '2026-01-06T08:00:02Z',
  '503 Service Unavailable', '2026-01-06T08:00:02Z');

insert into catalog_app (app_id, name, publisher, summary, description, homepage, license, icon_url, icon_sha256,
  newest_version, updated_at, architectures, withdrawn)
values ('7zip.7zip', '7-Zip', 'Igor Pavlov', 'A file archiver', 'A file archiver with a high compression ratio',
  'https://7-zip.example', 'LGPL-2.1', 'https://7-zip.example/icon.png', 'ab12', '24.09', '2025-11-29T00:00:00Z',
  '{X64,ARM64}', false);

insert into catalog_release (app_id, version, sort_key, name, publisher, summary, description, homepage, license,
  icon_url, icon_sha256, installers, architectures, released_on, first_seen_at, withdrawn_at, folder)
values ('7zip.7zip', '24.08', '\x1808', '7-Zip', 'Igor Pavlov', 'A file archiver',
  'A file archiver with a high compression ratio', 'https://7-zip.example', 'LGPL-2.1',
  'https://7-zip.example/icon.png', 'ab12', '[{"architecture": "x64"}]', '{X64}', '2025-08-11', '2025-08-12T00:00:00Z',
  '2025-12-01T00:00:00Z', '7/7zip/7zip/24.08');

insert into catalog_folder (folder, fingerprint) values ('7/7zip/7zip/24.08', 'f00d');

insert into catalog_problem (folder, file, problem, since)
values ('b/Bad/App/1.0', 'Bad.App.yaml', 'No installer', '2026-01-01T00:00:00Z');

insert into catalog_import (import_id, source, started_at, finished_at, folders, changed, releases, withdrawn, problems,
  failure)
values ('aa000000-0000-7000-8000-000000000001', 'https://catalog.example', '2026-01-05T00:00:00Z',
  '2026-01-05T00:01:00Z', 100, 10, 12, 1, 1, 'The source did not respond');

insert into catalog_icon (url, expected_sha256, digest, content_type, content, retry_at)
values
  ('https://7-zip.example/icon.png', 'ab12', 'cd34', 'image/png', '\x89504e47', null),
  ('https://gone.example/icon.png', 'ef56', null, null, null, '2026-01-06T00:00:00Z');

insert into deployment (company_id, deployment_id, environment_id, app_id, app_name, publisher, state, spec, created_at,
  created_by, changed_at, version)
values ('c0000000-0000-7000-8000-000000000001', 'ab000000-0000-7000-8000-000000000001',
  'e0000000-0000-7000-8000-000000000001', '7zip.7zip', '7-Zip', 'Igor Pavlov', 'DELETING', '{"retention": 2}',
  '2026-01-03T08:00:00Z', 'Ada Marlowe', '2026-01-05T08:00:00Z', 4);

insert into deployed_version (company_id, version_id, deployment_id, app_version, reason, status, progress,
  cause, remark, attempts, failing_since, visible_from, created_at, finished_at, superseded_at,
  manually_assigned, removed_at, not_removed_reason, version)
values ('c0000000-0000-7000-8000-000000000001', 'ac000000-0000-7000-8000-000000000001',
  'ab000000-0000-7000-8000-000000000001', '24.08', 'CREATED', 'FAILED', '{"step": "ASSIGN"}',
  'THROTTLED', 'Published without its icon', 3, '2026-01-03T08:10:00Z', '2026-01-03T08:20:00Z', '2026-01-03T08:00:01Z',
  '2026-01-03T09:00:00Z', '2026-01-04T09:00:00Z', true, '2026-01-05T08:01:00Z', 'Microsoft refused', 9);

insert into synchronization (company_id, environment_id, requested_at, requested_by, started_at, finished_at, report,
  next_at)
values ('c0000000-0000-7000-8000-000000000001', 'e0000000-0000-7000-8000-000000000001', '2026-01-05T07:00:00Z',
  'Ada Marlowe', '2026-01-05T07:00:01Z', '2026-01-04T07:05:00Z', '{"updated": 1}', '2026-01-06T07:00:00Z');
