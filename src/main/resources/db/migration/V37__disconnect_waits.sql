-- Since when an item of a disconnect could not be removed, which its limits are measured from.

alter table disconnect_item
  add column failing_since timestamptz,
  add column unsettled_since timestamptz;
comment on column disconnect_item.failing_since is 'Since when it, or its kind, fails in ways that may pass; null where that is not so';
comment on column disconnect_item.unsettled_since is 'Since when the tenant says that this one cannot be removed yet; null where it does not';
