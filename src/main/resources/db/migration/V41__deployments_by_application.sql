-- Which applications of a page of the catalog are deployed, and where, without reading all deployments.

create index deployment_app_ix on deployment (company_id, app_id, state);
