-- The chain of keyed hashes over each company's log. Writers only queue an event; a job seals the queue in batches.

create table event_unsealed (
  company_id uuid not null,
  event_id uuid not null,
  occurred_at timestamptz not null,
  constraint event_unsealed_pk primary key (company_id, event_id)
);
comment on table event_unsealed is 'Queue of events without a link in the chain; written with the event, removed with its link';
call make_company_owned('event_unsealed');
call make_cross_tenant_readable('event_unsealed');
grant select, insert, delete on event_unsealed to patchbay_app;

create function cross_tenant_unsealed_event_logs() returns table (company_id uuid)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select distinct u.company_id from event_unsealed u
$$;
call make_cross_tenant('cross_tenant_unsealed_event_logs()');

create table event_seal (
  company_id uuid not null,
  seq bigint not null,
  event_id uuid not null,
  occurred_at timestamptz not null,
  hash bytea not null,
  constraint event_seal_pk primary key (company_id, seq),
  constraint event_seal_event_uq unique (company_id, event_id)
);
comment on table event_seal is 'The links of the chain';
comment on column event_seal.seq is 'Counts 1, 2, 3 without a gap within a company, in the order of sealing; also the cursor of those who stream events';
comment on column event_seal.hash is 'HMAC-SHA256 over the event, its number and the previous hash; the key is not in the database';
create index event_seal_time_ix on event_seal (company_id, occurred_at);
call make_company_owned('event_seal');
grant select, insert on event_seal to patchbay_app;

create table event_chain (
  company_id uuid not null,
  head_seq bigint not null,
  head_hash bytea not null,
  head_mac bytea not null,
  anchor_seq bigint not null,
  anchor_hash bytea not null,
  anchor_mac bytea not null,
  constraint event_chain_pk primary key (company_id),
  constraint event_chain_order_check check (anchor_seq <= head_seq)
);
comment on table event_chain is
  'The two ends of a company''s chain; the anchor is the last link that retention removed. Each end is authenticated by a keyed hash';
call make_company_owned('event_chain');
call make_cross_tenant_readable('event_chain');
grant select, insert, update on event_chain to patchbay_app;

create function cross_tenant_event_logs() returns table (company_id uuid)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select c.company_id from event_chain c
$$;
call make_cross_tenant('cross_tenant_event_logs()');
