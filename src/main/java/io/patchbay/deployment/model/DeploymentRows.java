package io.patchbay.deployment.model;

import io.patchbay.catalog.AppId;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The deployments of the current company. */
@Repository
public class DeploymentRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DeploymentRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void insert(Deployment deployment) {
        jdbc.sql("""
                insert into deployment (company_id, deployment_id, environment_id, app_id, app_name, publisher, state,
                  spec, created_at, created_by, changed_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, 0)
                """)
                .params(
                        Current.company().value(),
                        deployment.id().value(),
                        deployment.environment().value(),
                        deployment.app().value(),
                        deployment.appName(),
                        deployment.publisher(),
                        deployment.state().name(),
                        json.writeValueAsString(deployment.spec()),
                        Timestamps.utc(deployment.createdAt()),
                        deployment.createdBy(),
                        Timestamps.utc(deployment.changedAt()))
                .update();
    }

    public Optional<Deployment> find(DeploymentId id) {
        return jdbc.sql("select * from deployment where company_id = ? and deployment_id = ?")
                .params(Current.company().value(), id.value())
                .query((rs, row) -> deployment(rs))
                .optional();
    }

    /** The same, kept until the transaction ends: others who want to change it wait. */
    public Optional<Deployment> held(DeploymentId id) {
        return jdbc.sql("select * from deployment where company_id = ? and deployment_id = ? for update")
                .params(Current.company().value(), id.value())
                .query((rs, row) -> deployment(rs))
                .optional();
    }

    public Optional<Deployment> draft(EnvironmentId environment, AppId app) {
        return jdbc.sql("""
                        select * from deployment
                        where company_id = ? and environment_id = ? and app_id = ? and state = 'DRAFT'
                        """)
                .params(Current.company().value(), environment.value(), app.value())
                .query((rs, row) -> deployment(rs))
                .optional();
    }

    /** All of an environment, by name. */
    public List<Deployment> of(EnvironmentId environment) {
        return jdbc.sql("""
                        select * from deployment where company_id = ? and environment_id = ?
                        order by app_name, deployment_id
                        """)
                .params(Current.company().value(), environment.value())
                .query((rs, row) -> deployment(rs))
                .list();
    }

    /** Those of the identifiers, by name. */
    public List<Deployment> among(List<UUID> ids) {
        return jdbc.sql("""
                        select * from deployment where company_id = ? and deployment_id = any (?)
                        order by app_name, deployment_id
                        """)
                .params(Current.company().value(), ids.toArray(UUID[]::new))
                .query((rs, row) -> deployment(rs))
                .list();
    }

    /** How many of an environment count towards its plan. */
    public int count(EnvironmentId environment) {
        return jdbc.sql("""
                        select count(*) from deployment where company_id = ? and environment_id = ?
                          and state in ('ACTIVE', 'PAUSED')
                        """)
                .params(Current.company().value(), environment.value())
                .query(Integer.class)
                .single();
    }

    /** Those of the applications that are deployed. */
    public Set<AppId> deployed(Collection<AppId> apps) {
        if (apps.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("""
                        select distinct app_id from deployment
                        where company_id = :company and app_id in (:apps) and state <> 'DRAFT'
                        """)
                .param("company", Current.company().value())
                .param("apps", apps.stream().map(AppId::value).toList())
                .query((rs, row) -> new AppId(rs.getString(1)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    public void state(DeploymentId id, DeploymentState state, Instant at) {
        jdbc.sql("""
                        update deployment set state = ?, changed_at = ?, version = version + 1
                        where company_id = ? and deployment_id = ?
                        """)
                .params(state.name(), Timestamps.utc(at), Current.company().value(), id.value())
                .update();
    }

    public void spec(DeploymentId id, DeploymentSpec spec, Instant at) {
        jdbc.sql("""
                        update deployment set spec = ?::jsonb, changed_at = ?, version = version + 1
                        where company_id = ? and deployment_id = ?
                        """)
                .params(
                        json.writeValueAsString(spec),
                        Timestamps.utc(at),
                        Current.company().value(),
                        id.value())
                .update();
    }

    public void delete(DeploymentId id) {
        jdbc.sql("delete from deployment where company_id = ? and deployment_id = ?")
                .params(Current.company().value(), id.value())
                .update();
    }

    private Deployment deployment(ResultSet row) throws SQLException {
        return new Deployment(
                new DeploymentId(row.getObject("deployment_id", UUID.class)),
                new EnvironmentId(row.getObject("environment_id", UUID.class)),
                new AppId(row.getString("app_id")),
                row.getString("app_name"),
                row.getString("publisher"),
                DeploymentState.valueOf(row.getString("state")),
                json.readValue(row.getString("spec"), DeploymentSpec.class),
                Timestamps.instant(row, "created_at"),
                row.getString("created_by"),
                Timestamps.instant(row, "changed_at"),
                row.getInt("version"));
    }
}
