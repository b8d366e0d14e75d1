-- What a disconnect did, item by item.

alter table disconnect_run
  add column keeps_apps boolean not null default false,
  add column correlation_id text;
comment on column disconnect_run.keeps_apps is 'Whether the person chose to leave the applications in the tenant';
comment on column disconnect_run.correlation_id is 'Of the request that asked for it; its events carry the same';

alter table disconnect_item
  add column app_name text,
  add column app_version text,
  add column app_id text,
  add column app_mark text,
  add column obstacle text,
  add column finished_at timestamptz,
  add constraint disconnect_item_app_check check ((app_mark is null) = (app_name is null) and (app_mark is null) = (app_version is null));
comment on column disconnect_item.app_id is 'Identifier of the application in Intune, where it is known';
comment on column disconnect_item.app_mark is 'What is in the notes of the application in Intune, for those items that are one';
comment on column disconnect_item.obstacle is 'Why it was left, for those that were';

create index disconnect_item_result_ix on disconnect_item (company_id, run_id, status, item_no);
