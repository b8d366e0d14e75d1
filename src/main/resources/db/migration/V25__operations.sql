-- What those who run an installation need of its database.

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

-- What is watched: numbers without a name of a company.
call make_cross_tenant_readable('delivery');
call make_cross_tenant_readable('event_webhook');
create function cross_tenant_figures(now timestamptz) returns table (figure text, label text, number bigint)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
begin
  return query
    select 'events.unsealed', '', count(*) from event_unsealed
    union all
    select 'events.unsealed.age', '', coalesce(extract(epoch from now - min(u.occurred_at)), 0)::bigint from event_unsealed u
    union all
    select 'webhooks.paused', '', count(*) from event_webhook w where w.paused_at is not null
    union all
    select 'deliveries', lower(d.status), count(*) from delivery d group by d.status
    union all
    select 'deliveries.age', '', coalesce(extract(epoch from now - min(d.happened_at)), 0)::bigint
    from delivery d where d.status = 'PENDING'
    union all
    select 'connections', lower(c.state), count(*) from intune_connection c group by c.state
    union all
    select 'publications', lower(v.status), count(*) from deployed_version v group by v.status
    union all
    select 'licenses', lower(l.kind), count(*) from license l where l.closed_at is null and l.ends_at > now group by l.kind;
end
$$;
call make_cross_tenant('cross_tenant_figures(timestamptz)');
