-- How many devices the connected Intune manages, as Microsoft Graph reported it.

alter table intune_connection
  add column managed_devices integer,
  add column devices_counted_at timestamptz;
comment on column intune_connection.managed_devices is 'Null where it could not be read';
