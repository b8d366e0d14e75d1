-- What belongs to a person rather than to a company.

create table personal_settings (
  tenant_id uuid not null,
  object_id uuid not null,
  time_zone text,
  contact_email text,
  constraint personal_settings_pk primary key (tenant_id, object_id)
);
comment on table personal_settings is 'Preferences of a person, who may be a member of several companies or of none';
comment on column personal_settings.time_zone is 'IANA name of the zone in which times are shown; null for the browser''s';
comment on column personal_settings.contact_email is 'Where notifications for the person go; null for the address of the account';
grant select, insert, update on personal_settings to patchbay_app;

create function cross_tenant_roles_of_person(person_tenant uuid, person_object uuid)
returns table (company_id uuid, role text, access_management boolean)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select m.company_id, m.role, m.access_management from member m
  where m.tenant_id = person_tenant and m.object_id = person_object
$$;
call make_cross_tenant('cross_tenant_roles_of_person(uuid, uuid)');
