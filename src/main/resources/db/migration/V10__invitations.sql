-- Invitations into a company, by e-mail.

create table invitation (
  company_id uuid not null,
  invitation_id uuid not null,
  email text not null,
  role text not null,
  access_management boolean not null,
  token_hash bytea not null,
  invited_by text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  version integer not null,
  constraint invitation_pk primary key (company_id, invitation_id),
  constraint invitation_company_fk foreign key (company_id) references company,
  constraint invitation_role_check check (role in ('READ_ONLY_ADMIN', 'INTUNE_APP_ADMIN', 'FULL_ADMIN')),
  constraint invitation_access_management_check check (not access_management or role = 'FULL_ADMIN')
);
comment on column invitation.token_hash is 'SHA-256 of what stands in the link; the link itself is not kept';
create index invitation_token_ix on invitation (token_hash);
create unique index invitation_pending_uq on invitation (company_id, lower(email)) where accepted_at is null;
call make_company_owned('invitation');
grant select, insert, update, delete on invitation to patchbay_app;

create policy cross_tenant_reads on invitation for select to patchbay_cross_tenant using (true);
grant select on invitation to patchbay_cross_tenant;

create function cross_tenant_invitation(token bytea) returns table (company_id uuid, invitation_id uuid)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select i.company_id, i.invitation_id from invitation i where i.token_hash = token and i.accepted_at is null
$$;

grant create on schema public to patchbay_cross_tenant;
alter function cross_tenant_invitation(bytea) owner to patchbay_cross_tenant;
revoke create on schema public from patchbay_cross_tenant;
revoke execute on function cross_tenant_invitation(bytea) from public;
grant execute on function cross_tenant_invitation(bytea) to patchbay_app;
