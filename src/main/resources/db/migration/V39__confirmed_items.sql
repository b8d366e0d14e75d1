-- What the dialog of a disconnect counted when it was confirmed, to be read beside what became of it.

alter table disconnect_run
  add column confirmed_items integer,
  add constraint disconnect_run_confirmed_items_check check (confirmed_items >= 0);
alter table disconnect_request
  add column confirmed_items integer,
  add constraint disconnect_request_confirmed_items_check check (confirmed_items >= 0);
comment on column disconnect_run.confirmed_items is 'How many items the dialog counted; null for disconnects from before that was written down';
comment on column disconnect_request.confirmed_items is 'How many items the dialog counted; null where it is no disconnect, or from before that was written down';
