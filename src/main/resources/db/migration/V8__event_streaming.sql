-- Streaming events: tokens for clients that pull, a webhook for receivers that are pushed to.

create table event_token (
  company_id uuid not null,
  token_id uuid not null,
  name text not null,
  token_hash bytea not null,
  token_ending text not null,
  created_by text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint event_token_pk primary key (company_id, token_id),
  constraint event_token_company_fk foreign key (company_id) references company,
  constraint event_token_name_check check (length(name) between 1 and 60)
);
comment on column event_token.token_hash is 'SHA-256 of the token; the token itself is shown once and not stored';
comment on column event_token.token_ending is 'The last characters of the token, for display';
create index event_token_hash_ix on event_token (token_hash);
call make_company_owned('event_token');
call make_cross_tenant_readable('event_token');
grant select, insert, update on event_token to patchbay_app;

create function cross_tenant_event_token(hash bytea) returns table (company_id uuid, token_id uuid)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select t.company_id, t.token_id from event_token t join company c on c.company_id = t.company_id
  where t.token_hash = hash and t.revoked_at is null and c.deleted_at is null
$$;
call make_cross_tenant('cross_tenant_event_token(bytea)');

create table event_webhook (
  company_id uuid not null,
  receiver text not null,
  address bytea not null,
  secret bytea not null,
  delivered_seq bigint not null,
  failures integer not null,
  failing_since timestamptz,
  paused_at timestamptz,
  created_by text not null,
  created_at timestamptz not null,
  version integer not null,
  constraint event_webhook_pk primary key (company_id),
  constraint event_webhook_company_fk foreign key (company_id) references company
);
comment on column event_webhook.receiver is 'Host of the address, for pages and events';
comment on column event_webhook.address is 'Encrypted: addresses of receivers often carry a secret';
comment on column event_webhook.secret is 'Encrypted; the key with which bodies are signed';
comment on column event_webhook.delivered_seq is 'Number of the last link of the chain that the receiver accepted';
call make_company_owned('event_webhook');
grant select, insert, update, delete on event_webhook to patchbay_app;

create table event_delivery (
  company_id uuid not null,
  delivery_id uuid not null,
  first_seq bigint not null,
  last_seq bigint not null,
  attempted_at timestamptz not null,
  accepted boolean not null,
  response text not null,
  constraint event_delivery_pk primary key (company_id, delivery_id),
  constraint event_delivery_webhook_fk foreign key (company_id) references event_webhook on delete cascade
);
comment on table event_delivery is 'The most recent delivery attempts, for display; first_seq is 0 for a test delivery';
call make_company_owned('event_delivery');
grant select, insert, delete on event_delivery to patchbay_app;
