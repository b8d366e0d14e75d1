-- Notifications about environments: the inbox, the channels and what was sent through them.

create table notice (
  company_id uuid not null,
  notice_id uuid not null,
  environment_id uuid not null,
  kind text not null,
  title text not null,
  body text not null,
  link text not null,
  happened_at timestamptz not null,
  constraint notice_pk primary key (company_id, notice_id),
  constraint notice_environment_fk foreign key (company_id, environment_id) references environment
);
create index notice_newest_ix on notice (company_id, happened_at desc, notice_id desc);
call make_company_owned('notice');
grant select, insert, delete on notice to patchbay_app;

create table notice_reader (
  company_id uuid not null,
  tenant_id uuid not null,
  object_id uuid not null,
  read_until timestamptz not null,
  muted text[] not null,
  constraint notice_reader_pk primary key (company_id, tenant_id, object_id)
);
comment on column notice_reader.read_until is 'Everything up to this time counts as read; later ones that were read one by one are in notice_read';
call make_company_owned('notice_reader');
grant select, insert, update, delete on notice_reader to patchbay_app;

create table notice_read (
  company_id uuid not null,
  tenant_id uuid not null,
  object_id uuid not null,
  notice_id uuid not null,
  constraint notice_read_pk primary key (company_id, tenant_id, object_id, notice_id),
  constraint notice_read_notice_fk foreign key (company_id, notice_id) references notice on delete cascade
);
create index notice_read_notice_ix on notice_read (company_id, notice_id);
call make_company_owned('notice_read');
grant select, insert, update, delete on notice_read to patchbay_app;

create table connection_incident (
  company_id uuid not null,
  environment_id uuid not null,
  kind text not null,
  tenant_name text not null,
  detail text not null,
  since timestamptz not null,
  notified_at timestamptz not null,
  constraint connection_incident_pk primary key (company_id, environment_id),
  constraint connection_incident_environment_fk foreign key (company_id, environment_id) references environment,
  constraint connection_incident_kind_check check (kind in ('CONNECTION_LOST', 'CONNECTION_DEGRADED'))
);
comment on table connection_incident is 'An incident of a connection that people were notified of and that is not over';
call make_company_owned('connection_incident');
grant select, insert, update, delete on connection_incident to patchbay_app;

create table channel (
  company_id uuid not null,
  channel_id uuid not null,
  environment_id uuid not null,
  type text not null,
  name text not null,
  address bytea not null,
  display_address text not null,
  secret bytea,
  kinds text[] not null,
  verified_at timestamptz,
  nonce uuid not null,
  failures integer not null,
  suspended_until timestamptz,
  created_at timestamptz not null,
  disconnecting boolean not null,
  disconnected boolean not null,
  constraint channel_pk primary key (company_id, channel_id),
  constraint channel_environment_fk foreign key (company_id, environment_id) references environment,
  constraint channel_type_check check (type in ('EMAIL', 'TEAMS', 'SLACK', 'WEBHOOK'))
);
comment on column channel.address is 'Encrypted: the address of a webhook is all that is needed to post to it';
comment on column channel.nonce is 'Makes a link in an e-mail valid for one address and one use';
comment on column channel.disconnecting is 'Its connection is being disconnected: it is no longer shown';
comment on column channel.disconnected is 'Its connection was removed: it is deleted once nothing in it is pending';
comment on column channel.suspended_until is 'After many failures in a row, the time before which nothing is attempted';
call make_company_owned('channel');
grant select, insert, update, delete on channel to patchbay_app;

create table delivery (
  company_id uuid not null,
  delivery_id uuid not null,
  channel_id uuid not null,
  kind text not null,
  title text not null,
  body text not null,
  link text not null,
  happened_at timestamptz not null,
  status text not null,
  attempts integer not null,
  visible_from timestamptz not null,
  give_up_at timestamptz not null,
  result text,
  finished_at timestamptz,
  constraint delivery_pk primary key (company_id, delivery_id),
  constraint delivery_channel_fk foreign key (company_id, channel_id) references channel on delete cascade,
  constraint delivery_status_check check (status in ('PENDING', 'DELIVERED', 'GIVEN_UP'))
);
create index delivery_pending_ix on delivery (company_id, channel_id, delivery_id) where status = 'PENDING';
create index delivery_newest_ix on delivery (company_id, channel_id, delivery_id desc);
call make_company_owned('delivery');
grant select, insert, update, delete on delivery to patchbay_app;
