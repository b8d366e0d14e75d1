-- The list of deployments, a page at a time and counted, without reading all of them.

create index deployment_name_ix on deployment (company_id, app_name, deployment_id);
