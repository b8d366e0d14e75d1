-- What manifests say besides names and installers, and the language that a company prefers.

alter table catalog_release add column locale text;
comment on column catalog_release.locale is 'The language of its texts as a BCP 47 tag; null where it is not known';

-- Installers hold more than they did: every folder is read anew by the next import.
update catalog_folder set fingerprint = '';

alter table company add column app_language text;
alter table company add constraint company_app_language_check
  check (app_language ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$') not valid;
alter table company validate constraint company_app_language_check;
comment on column company.app_language is 'The language that applications are deployed in where there is a choice; null for English';
