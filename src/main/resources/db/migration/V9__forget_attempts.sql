-- Attempts to connect are forgotten after a while: the event log tells of them for longer.

create policy door_reads on consent_attempt for select to patchbay_door using (true);
create policy door_deletes on consent_attempt for delete to patchbay_door using (true);
grant select, delete on consent_attempt to patchbay_door;

create function door_forget_attempts(before timestamptz) returns integer
language sql security definer
set search_path = public, pg_temp
as $$
  with forgotten as (delete from consent_attempt where created_at < before returning 1)
  select count(*)::integer from forgotten
$$;

grant create on schema public to patchbay_door;
alter function door_forget_attempts(timestamptz) owner to patchbay_door;
revoke create on schema public from patchbay_door;
revoke execute on function door_forget_attempts(timestamptz) from public;
grant execute on function door_forget_attempts(timestamptz) to patchbay_app;
