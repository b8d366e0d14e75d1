-- The log's filters, each read newest first.

create index event_category_ix on event (company_id, category, occurred_at, event_id);
create index event_operation_ix on event (company_id, operation, occurred_at, event_id);
create index event_actor_ix on event (company_id, actor_name, occurred_at, event_id);
