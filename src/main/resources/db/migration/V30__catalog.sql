-- The App Catalog, one for all companies, and what its importer remembers.

create extension if not exists pg_trgm;

create table catalog_app (
  app_id text not null,
  name text not null,
  publisher text not null,
  summary text not null,
  description text not null,
  homepage text,
  license text,
  newest_version text not null,
  updated_at timestamptz not null,
  architectures text[] not null,
  withdrawn boolean not null,
  name_key text not null generated always as (lower(name)) stored,
  publisher_key text not null generated always as (lower(publisher)) stored,
  fuzzy text not null generated always as (lower(name || ' ' || publisher || ' ' || app_id)) stored,
  words tsvector not null generated always as (
    setweight(to_tsvector('simple', name || ' ' || publisher || ' ' || replace(app_id, '.', ' ')), 'A')
    || setweight(to_tsvector('english', description), 'C')) stored,
  constraint catalog_app_pk primary key (app_id)
);
comment on table catalog_app is 'An application with what its newest version says; derived from catalog_release by the importer';
comment on column catalog_app.updated_at is 'When the newest version was released, or first seen where that is not known';
comment on column catalog_app.withdrawn is 'No version of it is left in the source';
create index catalog_app_name_ix on catalog_app (name_key, app_id) where not withdrawn;
create index catalog_app_updated_ix on catalog_app (updated_at) where not withdrawn;
create index catalog_app_fuzzy_ix on catalog_app using gin (fuzzy gin_trgm_ops);
create index catalog_app_publisher_ix on catalog_app using gin (publisher_key gin_trgm_ops);
create index catalog_app_words_ix on catalog_app using gin (words);
grant select, insert, update on catalog_app to patchbay_app;

create table catalog_release (
  app_id text not null,
  version text not null,
  sort_key bytea not null,
  name text not null,
  publisher text not null,
  summary text not null,
  description text not null,
  homepage text,
  license text,
  installers jsonb not null,
  architectures text[] not null,
  released_on date,
  first_seen timestamptz not null,
  withdrawn_at timestamptz,
  place text not null,
  constraint catalog_release_pk primary key (app_id, version)
);
comment on column catalog_release.sort_key is 'WinGet''s order of versions as bytes';
comment on column catalog_release.place is 'The folder of the source that it was read from';
create index catalog_release_newest_ix on catalog_release (app_id, sort_key desc) where withdrawn_at is null;
create index catalog_release_place_ix on catalog_release (place);
grant select, insert, update on catalog_release to patchbay_app;

create table catalog_place (
  place text not null,
  fingerprint text not null,
  constraint catalog_place_pk primary key (place)
);
comment on table catalog_place is 'A folder of manifests as it was when it was last read, so that it is read again only when it changed';
grant select, insert, update, delete on catalog_place to patchbay_app;

create table catalog_problem (
  place text not null,
  file text not null,
  problem text not null,
  since timestamptz not null,
  constraint catalog_problem_pk primary key (place, file)
);
comment on table catalog_problem is 'Manifests that could not be taken, until they can';
grant select, insert, update, delete on catalog_problem to patchbay_app;

create table catalog_import (
  import_id uuid not null,
  source text not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  folders integer not null,
  changed integer not null,
  releases integer not null,
  withdrawn integer not null,
  problems integer not null,
  failure text,
  constraint catalog_import_pk primary key (import_id)
);
comment on column catalog_import.failure is 'Why nothing was imported, null where the source could be read';
create index catalog_import_started_ix on catalog_import (started_at desc);
grant select, insert, delete on catalog_import to patchbay_app;
