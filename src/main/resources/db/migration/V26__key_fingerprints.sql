-- Which key secrets the installation works with, so that a start with others is noticed before it writes anything.

create table key_fingerprint (
  setting text not null,
  fingerprint bytea not null,
  previous bytea,
  noted_at timestamptz not null,
  constraint key_fingerprint_pk primary key (setting)
);
comment on table key_fingerprint is
  'Of each key secret, what only its holder can compute; shared, since the secrets are those of the installation';
comment on column key_fingerprint.fingerprint is 'HMAC of a fixed text; neither the secret nor a key can be derived from it';
comment on column key_fingerprint.previous is 'That of the secret before, while something may still be encrypted or sealed under it';
comment on column key_fingerprint.noted_at is 'Since when this secret is in use';
grant select, insert, update on key_fingerprint to patchbay_app;

alter table issued_key add column hash_renewed_at timestamptz;
comment on column issued_key.hash_renewed_at is 'Since when key_hash is of another key secret than the one it was issued under';

call make_cross_tenant_readable('channel');
create function cross_tenant_companies_with_channels() returns table (company_id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
begin
  return query select distinct c.company_id from channel c;
end
$$;
call make_cross_tenant('cross_tenant_companies_with_channels()');
