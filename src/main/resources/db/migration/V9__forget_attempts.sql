-- Attempts to connect are forgotten after a while: the event log tells of them for longer.

create policy cross_tenant_reads on consent_attempt for select to patchbay_cross_tenant using (true);
create policy cross_tenant_deletes on consent_attempt for delete to patchbay_cross_tenant using (true);
grant select, delete on consent_attempt to patchbay_cross_tenant;

create function cross_tenant_forget_attempts(before timestamptz) returns integer
language sql security definer
set search_path = public, pg_temp
as $$
  with forgotten as (delete from consent_attempt where created_at < before returning 1)
  select count(*)::integer from forgotten
$$;

grant create on schema public to patchbay_cross_tenant;
alter function cross_tenant_forget_attempts(timestamptz) owner to patchbay_cross_tenant;
revoke create on schema public from patchbay_cross_tenant;
revoke execute on function cross_tenant_forget_attempts(timestamptz) from public;
grant execute on function cross_tenant_forget_attempts(timestamptz) to patchbay_app;
