-- The App Catalog, one for all companies, and the state of its importer.

create extension if not exists pg_trgm;

create table catalog_app (
  app_id text not null,
  name text not null,
  publisher text not null,
  summary text not null,
  description text not null,
  homepage text,
  license text,
  icon_url text,
  icon_sha256 text,
  newest_version text not null,
  updated_at timestamptz not null,
  architectures text[] not null,
  withdrawn boolean not null,
  name_key text not null generated always as (lower(name)) stored,
  publisher_key text not null generated always as (lower(publisher)) stored,
  search_text text not null generated always as (lower(name || ' ' || publisher || ' ' || app_id)) stored,
  search_vector tsvector not null generated always as (
    setweight(to_tsvector('simple', name || ' ' || publisher || ' ' || replace(app_id, '.', ' ')), 'A')
    || setweight(to_tsvector('english', description), 'C')) stored,
  constraint catalog_app_pk primary key (app_id)
);
comment on table catalog_app is 'An application with what its newest version says; derived from catalog_release by the importer';
comment on column catalog_app.updated_at is 'When the newest version was released, or first seen where that is not known';
comment on column catalog_app.withdrawn is 'No version of it is left in the source';
create index catalog_app_name_ix on catalog_app (name_key, app_id) where not withdrawn;
create index catalog_app_updated_ix on catalog_app (updated_at) where not withdrawn;
create index catalog_app_search_text_ix on catalog_app using gin (search_text gin_trgm_ops);
create index catalog_app_publisher_ix on catalog_app using gin (publisher_key gin_trgm_ops);
create index catalog_app_search_vector_ix on catalog_app using gin (search_vector);
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
  icon_url text,
  icon_sha256 text,
  installers jsonb not null,
  architectures text[] not null,
  released_on date,
  first_seen_at timestamptz not null,
  withdrawn_at timestamptz,
  folder text not null,
  constraint catalog_release_pk primary key (app_id, version)
);
comment on column catalog_release.sort_key is 'WinGet''s order of versions as bytes';
comment on column catalog_release.folder is 'The folder of the source that it was read from';
create index catalog_release_newest_ix on catalog_release (app_id, sort_key desc) where withdrawn_at is null;
create index catalog_release_folder_ix on catalog_release (folder);
grant select, insert, update on catalog_release to patchbay_app;

create table catalog_folder (
  folder text not null,
  fingerprint text not null,
  constraint catalog_folder_pk primary key (folder)
);
comment on table catalog_folder is 'A folder of manifests and its state when it was last read; it is read again only when that changed';
grant select, insert, update, delete on catalog_folder to patchbay_app;

create table catalog_problem (
  folder text not null,
  file text not null,
  problem text not null,
  since timestamptz not null,
  constraint catalog_problem_pk primary key (folder, file)
);
comment on table catalog_problem is 'Manifests that could not be imported, until they can be';
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

create table catalog_icon (
  url text not null,
  expected_sha256 text,
  digest text,
  content_type text,
  content bytea,
  retry_at timestamptz,
  constraint catalog_icon_pk primary key (url),
  constraint catalog_icon_content_check check (num_nonnulls(digest, content_type, content, retry_at) in (1, 3)
    and (content is null) = (retry_at is not null))
);
comment on table catalog_icon is 'Icons that manifests name, downloaded once and re-encoded';
comment on column catalog_icon.expected_sha256 is 'The hash that the manifest gave when the icon was downloaded';
comment on column catalog_icon.digest is 'The hash of what is stored, by which pages request it';
comment on column catalog_icon.retry_at is 'When the download is tried again after it failed';
create index catalog_icon_digest_ix on catalog_icon (digest);
grant select, insert, update, delete on catalog_icon to patchbay_app;
