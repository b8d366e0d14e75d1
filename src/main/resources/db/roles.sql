-- The three roles of Patchbay, created once by a database administrator in the database that Patchbay uses.
-- patchbay_owner owns the schema and runs the migrations; the portal connects as patchbay_app, which owns nothing and
-- is under row-level security; patchbay_cross_tenant owns the few functions that may look across companies and cannot sign in.
-- Passwords are set apart: alter role patchbay_owner password '…'; alter role patchbay_app password '…';
do $$
begin
  if not exists (select from pg_roles where rolname = 'patchbay_owner') then
    create role patchbay_owner login;
  end if;
  if not exists (select from pg_roles where rolname = 'patchbay_app') then
    create role patchbay_app login;
  end if;
  if not exists (select from pg_roles where rolname = 'patchbay_cross_tenant') then
    create role patchbay_cross_tenant nologin;
  end if;
  grant patchbay_cross_tenant to patchbay_owner;
  -- So that nothing waits for ever: settings of the role hold behind a connection pooler, too.
  alter role patchbay_app set statement_timeout = '5min';
  alter role patchbay_app set lock_timeout = '10s';
  alter role patchbay_app set idle_in_transaction_session_timeout = '5min';
  alter role patchbay_owner set lock_timeout = '30s';
  execute format('alter database %I owner to patchbay_owner', current_database());
end
$$;
