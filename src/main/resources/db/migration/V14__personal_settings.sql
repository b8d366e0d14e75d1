-- What people wish for themselves, whichever company they work for; and what they are in their companies.

create table personal_settings (
  tenant_id uuid not null,
  object_id uuid not null,
  time_zone text,
  contact_email text,
  constraint personal_settings_pk primary key (tenant_id, object_id)
);
comment on table personal_settings is 'Wishes of a person, who may be in several companies or in none';
comment on column personal_settings.time_zone is 'IANA name of the zone in which times are shown; null for the browser''s own';
comment on column personal_settings.contact_email is 'Where notices for the person go; null for the address they sign in with';
grant select, insert, update on personal_settings to patchbay_app;

create function cross_tenant_roles_of_person(person_tenant uuid, person_object uuid)
returns table (company_id uuid, role text, access_management boolean)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select m.company_id, m.role, m.access_management from member m
  where m.tenant_id = person_tenant and m.object_id = person_object
$$;

grant create on schema public to patchbay_cross_tenant;
alter function cross_tenant_roles_of_person(uuid, uuid) owner to patchbay_cross_tenant;
revoke create on schema public from patchbay_cross_tenant;
revoke execute on function cross_tenant_roles_of_person(uuid, uuid) from public;
grant execute on function cross_tenant_roles_of_person(uuid, uuid) to patchbay_app;
