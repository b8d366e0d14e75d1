-- The chain of keyed hashes over each company's log. Writers only leave a note; a job makes the links, in batches.

create table event_unsealed (
  company_id uuid not null,
  event_id uuid not null,
  occurred_at timestamptz not null,
  constraint event_unsealed_pk primary key (company_id, event_id)
);
comment on table event_unsealed is 'Notes of events that have no link in the chain yet; written with the event, taken away with its link';
call make_company_owned('event_unsealed');
grant select, insert, delete on event_unsealed to patchbay_app;

create table event_seal (
  company_id uuid not null,
  seq bigint not null,
  event_id uuid not null,
  occurred_at timestamptz not null,
  hash bytea not null,
  constraint event_seal_pk primary key (company_id, seq),
  constraint event_seal_event_uq unique (company_id, event_id)
);
comment on column event_seal.seq is 'Counts 1, 2, 3 without a gap within a company, in the order of sealing; also the cursor of whoever reads along';
comment on column event_seal.hash is 'HMAC-SHA256 over the event, its number and the hash before it; the key is not in the database';
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
comment on table event_chain is 'Where a company''s chain begins and ends: the anchor is the last link that retention took away; each end is confirmed by a keyed hash';
call make_company_owned('event_chain');
grant select, insert, update on event_chain to patchbay_app;

-- What was written before there was a chain is sealed like anything new.
alter table event no force row level security;
alter table event_unsealed no force row level security;
insert into event_unsealed select company_id, event_id, occurred_at from event;
alter table event force row level security;
alter table event_unsealed force row level security;

create policy cross_tenant_reads on event_unsealed for select to patchbay_cross_tenant using (true);
grant select on event_unsealed to patchbay_cross_tenant;
create policy cross_tenant_reads on event_chain for select to patchbay_cross_tenant using (true);
grant select on event_chain to patchbay_cross_tenant;

create function cross_tenant_unsealed_logs() returns table (company_id uuid)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select distinct u.company_id from event_unsealed u
$$;

create function cross_tenant_logs() returns table (company_id uuid)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select c.company_id from event_chain c
$$;

grant create on schema public to patchbay_cross_tenant;
alter function cross_tenant_unsealed_logs() owner to patchbay_cross_tenant;
alter function cross_tenant_logs() owner to patchbay_cross_tenant;
revoke create on schema public from patchbay_cross_tenant;
revoke execute on function cross_tenant_unsealed_logs() from public;
revoke execute on function cross_tenant_logs() from public;
grant execute on function cross_tenant_unsealed_logs() to patchbay_app;
grant execute on function cross_tenant_logs() to patchbay_app;
