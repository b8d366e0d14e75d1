-- Where the person was who asked for a disconnect, for its event.

alter table disconnect_run
  add column address text,
  add column user_agent text;
