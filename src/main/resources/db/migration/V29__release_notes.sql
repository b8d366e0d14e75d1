-- Where a version's changes are described, as its manifest says.

alter table catalog_release add column release_notes_url text;
comment on column catalog_release.release_notes_url is 'An http or https address; null where the manifest has none';

-- Versions hold more than they did: every folder is read anew by the next import.
update catalog_folder set fingerprint = '';
