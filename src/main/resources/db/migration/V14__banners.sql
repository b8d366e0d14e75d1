-- Banners that administrators write, their images, and who dismissed which.

create table banner (
  company_id uuid not null,
  banner_id uuid not null,
  environment_id uuid not null,
  title text not null,
  body text not null,
  severity text not null,
  link text,
  link_label text,
  dismissible boolean not null,
  draft boolean not null,
  starts_at timestamptz,
  ends_at timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  version integer not null,
  constraint banner_pk primary key (company_id, banner_id),
  constraint banner_environment_fk foreign key (company_id, environment_id) references environment,
  constraint banner_title_check check (length(title) between 1 and 100),
  constraint banner_body_check check (length(body) <= 2000),
  constraint banner_severity_check check (severity in ('INFO', 'WARNING', 'DANGER')),
  constraint banner_link_check check (link like 'https://%' and length(link) <= 500),
  constraint banner_label_check check (length(link_label) <= 40),
  constraint banner_start_check check (draft or starts_at is not null),
  constraint banner_end_check check (ends_at >= starts_at)
);
comment on column banner.body is 'Markdown as it was typed; sanitized each time it is shown';
create index banner_environment_ix on banner (company_id, environment_id);
call make_company_owned('banner');
grant select, insert, update, delete on banner to patchbay_app;

create table banner_image (
  company_id uuid not null,
  image_id uuid not null,
  banner_id uuid not null,
  content_type text not null,
  content bytea not null,
  constraint banner_image_pk primary key (company_id, image_id),
  constraint banner_image_banner_uq unique (company_id, banner_id),
  constraint banner_image_banner_fk foreign key (company_id, banner_id) references banner on delete cascade,
  constraint banner_image_type_check check (content_type in ('image/png', 'image/jpeg')),
  constraint banner_image_size_check check (length(content) <= 1048576)
);
comment on column banner_image.content is 'Re-encoded by Patchbay, never the file that was uploaded';
call make_company_owned('banner_image');
grant select, insert, delete on banner_image to patchbay_app;

create table banner_dismissal (
  company_id uuid not null,
  tenant_id uuid not null,
  object_id uuid not null,
  banner_key text not null,
  dismissed_at timestamptz not null,
  constraint banner_dismissal_pk primary key (company_id, tenant_id, object_id, banner_key),
  constraint banner_dismissal_company_fk foreign key (company_id) references company,
  constraint banner_dismissal_key_check check (length(banner_key) <= 300)
);
comment on table banner_dismissal is 'Which banner, of any module, a person (tenant_id, object_id) dismissed';
call make_company_owned('banner_dismissal');
grant select, insert, delete on banner_dismissal to patchbay_app;
