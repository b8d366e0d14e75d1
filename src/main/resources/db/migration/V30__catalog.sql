-- The App Catalog: applications and their versions, the manifests they come from, and what was wrong with some of those.

create extension if not exists pg_trgm;

create table catalog_app (
  app_id text not null,
  name text not null,
  publisher text not null,
  summary text not null,
  newest text,
  architectures text[] not null,
  updated_at timestamptz not null,
  title text generated always as (lower(name || ' ' || publisher || ' ' || app_id)) stored,
  words text not null,
  search tsvector generated always as (to_tsvector('simple', words)) stored,
  constraint catalog_app_pk primary key (app_id)
);
comment on table catalog_app is 'Applications of the catalogue; shared, since every company sees the same ones';
comment on column catalog_app.newest is 'The newest version that is not withdrawn; null where all are';
comment on column catalog_app.updated_at is 'When its newest version was first seen';
create index catalog_app_name_ix on catalog_app (lower(name), app_id) where newest is not null;
create index catalog_app_search_ix on catalog_app using gin (search);
create index catalog_app_title_ix on catalog_app using gin (title gin_trgm_ops);
create index catalog_app_publisher_ix on catalog_app (publisher);
create index catalog_app_updated_ix on catalog_app (updated_at);
grant select, insert, update on catalog_app to patchbay_app;

create table catalog_version (
  app_id text not null,
  app_version text not null,
  since timestamptz not null,
  withdrawn_at timestamptz,
  release jsonb not null,
  constraint catalog_version_pk primary key (app_id, app_version)
);
comment on table catalog_version is 'Versions of applications; shared. Never deleted: a deployment may need one that was withdrawn';
grant select, insert, update on catalog_version to patchbay_app;

create table catalog_manifest (
  folder text not null,
  fingerprint text not null,
  app_id text,
  app_version text,
  problem text,
  constraint catalog_manifest_pk primary key (folder)
);
comment on table catalog_manifest is
  'What each folder of manifests was when it was last read, so that an unchanged one is not read again; shared';
comment on column catalog_manifest.problem is 'Why it could not be read; null where it could';
create index catalog_manifest_problem_ix on catalog_manifest (folder) where problem is not null;
grant select, insert, update, delete on catalog_manifest to patchbay_app;

create table catalog_import (
  only_row boolean not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  source text not null,
  source_hash text,
  versions integer not null,
  changed integer not null,
  withdrawn integer not null,
  problems integer not null,
  failure text,
  constraint catalog_import_pk primary key (only_row),
  constraint catalog_import_only_check check (only_row)
);
comment on table catalog_import is 'The last import; shared';
grant select, insert, update on catalog_import to patchbay_app;
