-- The icons that manifests name, fetched once and drawn anew. Folders are read again, since manifests had them all the time.

alter table catalog_release add column icon_url text;
alter table catalog_release add column icon_sha256 text;
alter table catalog_app add column icon_url text;
alter table catalog_app add column icon_sha256 text;

create table catalog_icon (
  url text not null,
  expected text,
  digest text,
  content_type text,
  content bytea,
  retry_at timestamptz,
  constraint catalog_icon_pk primary key (url),
  constraint catalog_icon_content_ck check (num_nonnulls(digest, content_type, content, retry_at) in (1, 3)
    and (content is null) = (retry_at is not null))
);
comment on column catalog_icon.expected is 'The hash the manifest gave when it was fetched';
comment on column catalog_icon.digest is 'The hash of what is stored, under which pages ask for it';
comment on column catalog_icon.retry_at is 'When it is fetched again where it could not be had';
create index catalog_icon_digest_ix on catalog_icon (digest);
grant select, insert, update, delete on catalog_icon to patchbay_app;

update catalog_place set fingerprint = '';
