-- What is kept of a consent after the connection: attempts to connect go with it, and the disconnect says since when Microsoft
-- refuses tokens for the tenant.

grant delete on consent_attempt to patchbay_app;

alter table disconnect_run
  add column consent_watched_until timestamptz,
  add column consent_checked_at timestamptz,
  add column consent_revoked_at timestamptz;
comment on column disconnect_run.consent_watched_until is 'Until when Patchbay checks by itself whether the consent was revoked; null where nobody asked for it';
comment on column disconnect_run.consent_checked_at is 'When that was last checked';
comment on column disconnect_run.consent_revoked_at is 'When Microsoft was first seen to refuse tokens for the tenant';
