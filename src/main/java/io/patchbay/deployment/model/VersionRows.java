package io.patchbay.deployment.model;

import io.patchbay.deployment.removal.VersionRemovals;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The versions of the current company's deployments, until they leave: {@link VersionRemovals}. */
@Repository
public class VersionRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final VersionMapper mapper;

    VersionRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.mapper = new VersionMapper(json);
    }

    public void insert(
            UUID id, DeploymentId deployment, String appVersion, Reason reason, PublishProgress work, Instant at) {
        jdbc.sql("""
                insert into deployed_version (company_id, version_id, deployment_id, app_version, reason, status, progress,
                  attempts, visible_from, created_at, manually_assigned, version)
                values (?, ?, ?, ?, ?, 'IN_PROGRESS', ?::jsonb, 0, ?, ?, false, 0)
                """)
                .params(
                        Current.company().value(),
                        id,
                        deployment.value(),
                        appVersion,
                        reason.name(),
                        json.writeValueAsString(work),
                        Timestamps.utc(at),
                        Timestamps.utc(at))
                .update();
    }

    public Optional<DeployedVersion> find(UUID id) {
        return jdbc.sql("select * from deployed_version where company_id = ? and version_id = ?")
                .params(Current.company().value(), id)
                .query(mapper)
                .optional();
    }

    /** All of a deployment, newest first. */
    public List<DeployedVersion> of(DeploymentId deployment) {
        return jdbc.sql("""
                        select * from deployed_version where company_id = ? and deployment_id = ?
                        order by created_at desc, version_id desc
                        """)
                .params(Current.company().value(), deployment.value())
                .query(mapper)
                .list();
    }

    /** All of an environment, newest first. */
    public List<DeployedVersion> of(EnvironmentId environment) {
        return jdbc.sql("""
                        select v.* from deployed_version v
                        join deployment d on d.company_id = v.company_id and d.deployment_id = v.deployment_id
                        where v.company_id = ? and d.environment_id = ? order by v.created_at desc, v.version_id desc
                        """)
                .params(Current.company().value(), environment.value())
                .query(mapper)
                .list();
    }

    /** All of these deployments, newest first. */
    public List<DeployedVersion> among(List<DeploymentId> deployments) {
        return jdbc.sql("""
                        select * from deployed_version where company_id = ? and deployment_id = any (?)
                        order by created_at desc, version_id desc
                        """)
                .params(
                        Current.company().value(),
                        deployments.stream().map(DeploymentId::value).toArray(UUID[]::new))
                .query(mapper)
                .list();
    }

    /** Stores how far a version came; false where somebody else did something with it meanwhile. */
    public boolean store(
            DeployedVersion before,
            VersionStatus status,
            PublishProgress work,
            @Nullable String cause,
            Instant visibleFrom) {
        return jdbc.sql("""
                        update deployed_version set status = :status, progress = :progress::jsonb, intune_app_id = :app, cause = :cause,
                          attempts = 0, failing_since = null, visible_from = :visible, version = version + 1
                        where company_id = :company and version_id = :id and version = :version
                        """)
                        .param("status", status.name())
                        .param("progress", json.writeValueAsString(work))
                        .param("app", work.app())
                        .param("cause", cause)
                        .param("visible", Timestamps.utc(visibleFrom))
                        .param("company", Current.company().value())
                        .param("id", before.id())
                        .param("version", before.version())
                        .update()
                == 1;
    }

    public boolean retry(
            DeployedVersion before, PublishProgress work, String cause, Instant failingSince, Instant visibleFrom) {
        return jdbc.sql("""
                        update deployed_version set status = 'RETRYING', progress = :progress::jsonb, cause = :cause, attempts = attempts + 1,
                          failing_since = :since, visible_from = :visible, version = version + 1
                        where company_id = :company and version_id = :id and version = :version
                        """)
                        .param("progress", json.writeValueAsString(work))
                        .param("cause", cause)
                        .param("since", Timestamps.utc(failingSince))
                        .param("visible", Timestamps.utc(visibleFrom))
                        .param("company", Current.company().value())
                        .param("id", before.id())
                        .param("version", before.version())
                        .update()
                == 1;
    }

    public boolean end(
            DeployedVersion before, VersionStatus status, PublishProgress work, @Nullable String text, Instant at) {
        return jdbc.sql("""
                        update deployed_version set status = :status, progress = :progress::jsonb, intune_app_id = :app,
                          cause = :cause, remark = :remark, failing_since = null, finished_at = :at, version = version + 1
                        where company_id = :company and version_id = :id and version = :version
                        """)
                        .param("status", status.name())
                        .param("progress", json.writeValueAsString(work))
                        .param("app", work.app())
                        .param("cause", status == VersionStatus.FAILED ? text : null)
                        .param("remark", status == VersionStatus.FAILED ? before.remark() : text)
                        .param("at", Timestamps.utc(at))
                        .param("company", Current.company().value())
                        .param("id", before.id())
                        .param("version", before.version())
                        .update()
                == 1;
    }

    /** Begins anew with a version that ended, or that is to be made differently. */
    public void again(UUID id, Reason reason, PublishProgress work, Instant at) {
        jdbc.sql("""
                        update deployed_version set status = 'IN_PROGRESS', reason = :reason, progress = :progress::jsonb,
                          intune_app_id = :app, cause = null, remark = null, attempts = 0, failing_since = null,
                          visible_from = :visible, finished_at = null, superseded_at = null, manually_assigned = false,
                          version = version + 1
                        where company_id = :company and version_id = :id
                        """)
                .param("reason", reason.name())
                .param("progress", json.writeValueAsString(work))
                .param("app", work.app())
                .param("visible", Timestamps.utc(at))
                .param("company", Current.company().value())
                .param("id", id)
                .update();
    }

    public void remark(UUID id, String remark) {
        jdbc.sql("update deployed_version set remark = ? where company_id = ? and version_id = ?")
                .params(remark, Current.company().value(), id)
                .update();
    }

    /** Lets those of a deployment that wait go on at once. */
    public void hurry(DeploymentId deployment, Instant at) {
        jdbc.sql("""
                        update deployed_version set visible_from = least(visible_from, ?)
                        where company_id = ? and deployment_id = ? and status in ('IN_PROGRESS', 'RETRYING')
                        """)
                .params(Timestamps.utc(at), Current.company().value(), deployment.value())
                .update();
    }

    /** The others that are in Intune are not the latest any more. */
    public void supersede(DeploymentId deployment, UUID by, Instant at) {
        jdbc.sql("""
                        update deployed_version set superseded_at = ?, version = version + 1
                        where company_id = ? and deployment_id = ? and version_id <> ? and superseded_at is null
                          and status in ('SUCCESS', 'FAILED') and intune_app_id is not null
                        """)
                .params(Timestamps.utc(at), Current.company().value(), deployment.value(), by)
                .update();
        jdbc.sql("""
                        delete from deployed_version where company_id = ? and deployment_id = ? and version_id <> ?
                          and status = 'FAILED' and intune_app_id is null
                        """).params(Current.company().value(), deployment.value(), by).update();
    }

    public void byHand(UUID id, boolean assigned) {
        jdbc.sql("update deployed_version set manually_assigned = ? where company_id = ? and version_id = ?")
                .params(assigned, Current.company().value(), id)
                .update();
    }

    /** Stops whoever publishes it: what they come to is not stored any more. */
    public void cancel(UUID id, String cause, Instant at) {
        jdbc.sql("""
                        update deployed_version set status = 'FAILED', cause = ?, finished_at = ?, version = version + 1
                        where company_id = ? and version_id = ? and status in ('IN_PROGRESS', 'RETRYING')
                        """)
                .params(cause, Timestamps.utc(at), Current.company().value(), id)
                .update();
    }

    public void delete(UUID id) {
        jdbc.sql("delete from deployed_version where company_id = ? and version_id = ?")
                .params(Current.company().value(), id)
                .update();
    }

    public void deleteOf(DeploymentId deployment) {
        jdbc.sql("delete from deployed_version where company_id = ? and deployment_id = ?")
                .params(Current.company().value(), deployment.value())
                .update();
    }
}
