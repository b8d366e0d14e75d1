-- Filters of the event log that people keep by a name.

create table event_view (
  company_id uuid not null,
  view_id uuid not null,
  tenant_id uuid not null,
  object_id uuid not null,
  name text not null,
  address text not null,
  constraint event_view_pk primary key (company_id, view_id),
  constraint event_view_company_fk foreign key (company_id) references company,
  constraint event_view_name_check check (length(name) between 1 and 60),
  constraint event_view_address_check check (length(address) <= 2000)
);
comment on table event_view is 'A filter of the event log that a person (tenant_id, object_id) keeps by a name; seen by that person only';
comment on column event_view.address is 'The page of the event log that it opens, made by Patchbay';
create unique index event_view_name_uq on event_view (company_id, tenant_id, object_id, lower(name));
call make_company_owned('event_view');
grant select, insert, update, delete on event_view to patchbay_app;
