-- Distributes the tables of Patchbay over the nodes of a Citus cluster, by company. Run once, on the coordinator, as
-- patchbay_owner, after the migrations; "Growing" in the operations guide says what has to be there before. All rows of a company
-- are then on one node, so that a page asks one node.

-- A transaction binds its company by set local, which is handed on to the nodes that take part in it.
do $$
begin
  execute format('alter database %I set citus.propagate_set_commands = %L', current_database(), 'local');
end
$$;

-- event_dated_now_trigger reads nothing but event_bound, which is on every node.
set citus.enable_unsafe_triggers = on;

-- On every node: what belongs to no company, but is joined with what does, or unique across companies.
select create_reference_table('event_bound');
select create_reference_table('personal_settings');
select create_reference_table('remembered_company');
select create_reference_table('tenant_claim');
select create_reference_table('trial_claim');
select create_reference_table('issued_key');
select create_reference_table('quote');
select create_reference_table('catalog_app');
select create_reference_table('catalog_release');
select create_reference_table('catalog_icon');

-- By company; a table comes after those that it refers to.
select create_distributed_table('company', 'company_id');
select create_distributed_table('member', 'company_id', colocate_with => 'company');
select create_distributed_table('invitation', 'company_id', colocate_with => 'company');
select create_distributed_table('access_request', 'company_id', colocate_with => 'company');
select create_distributed_table('event', 'company_id', colocate_with => 'company');
select create_distributed_table('event_unsealed', 'company_id', colocate_with => 'company');
select create_distributed_table('event_seal', 'company_id', colocate_with => 'company');
select create_distributed_table('event_chain', 'company_id', colocate_with => 'company');
select create_distributed_table('event_settings', 'company_id', colocate_with => 'company');
select create_distributed_table('event_token', 'company_id', colocate_with => 'company');
select create_distributed_table('event_webhook', 'company_id', colocate_with => 'company');
select create_distributed_table('event_delivery', 'company_id', colocate_with => 'company');
select create_distributed_table('environment', 'company_id', colocate_with => 'company');
select create_distributed_table('intune_connection', 'company_id', colocate_with => 'company');
select create_distributed_table('consent_attempt', 'company_id', colocate_with => 'company');
select create_distributed_table('disconnect_run', 'company_id', colocate_with => 'company');
select create_distributed_table('disconnect_item', 'company_id', colocate_with => 'company');
select create_distributed_table('license', 'company_id', colocate_with => 'company');
select create_distributed_table('group_role', 'company_id', colocate_with => 'company');
select create_distributed_table('group_member', 'company_id', colocate_with => 'company');
select create_distributed_table('support_grant', 'company_id', colocate_with => 'company');
select create_distributed_table('support_standing_grant', 'company_id', colocate_with => 'company');
select create_distributed_table('support_request', 'company_id', colocate_with => 'company');
select create_distributed_table('support_session', 'company_id', colocate_with => 'company');
select create_distributed_table('banner', 'company_id', colocate_with => 'company');
select create_distributed_table('banner_image', 'company_id', colocate_with => 'company');
select create_distributed_table('banner_dismissal', 'company_id', colocate_with => 'company');
select create_distributed_table('notice', 'company_id', colocate_with => 'company');
select create_distributed_table('notice_reader', 'company_id', colocate_with => 'company');
select create_distributed_table('notice_read', 'company_id', colocate_with => 'company');
select create_distributed_table('connection_incident', 'company_id', colocate_with => 'company');
select create_distributed_table('channel', 'company_id', colocate_with => 'company');
select create_distributed_table('delivery', 'company_id', colocate_with => 'company');
select create_distributed_table('deployment', 'company_id', colocate_with => 'company');
select create_distributed_table('deployed_version', 'company_id', colocate_with => 'company');
select create_distributed_table('synchronization', 'company_id', colocate_with => 'company');
select create_distributed_table('disconnect_protection', 'company_id', colocate_with => 'company');
select create_distributed_table('disconnect_request', 'company_id', colocate_with => 'company');
select create_distributed_table('connection_copy', 'company_id', colocate_with => 'company');
select create_distributed_table('deployment_template', 'company_id', colocate_with => 'company');
select create_distributed_table('quick_deployment', 'company_id', colocate_with => 'company');
select create_distributed_table('quick_deployment_item', 'company_id', colocate_with => 'company');
select create_distributed_table('event_view', 'company_id', colocate_with => 'company');
