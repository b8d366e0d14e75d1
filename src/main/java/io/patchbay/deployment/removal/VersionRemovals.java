package io.patchbay.deployment.removal;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.VersionMapper;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The versions of the current company's deployments that are being deleted. */
@Repository
public class VersionRemovals {

    /** Longer than any call to Microsoft takes. */
    static final Duration ANSWERED_WITHIN = Duration.ofSeconds(25);

    private final JdbcClient jdbc;
    private final VersionMapper mapper;

    VersionRemovals(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.mapper = new VersionMapper(json);
    }

    /** All are to be removed; one that may be in the making right now only when nobody waits for Microsoft's answer any more. */
    public void beginRemoval(DeploymentId deployment, Instant at) {
        jdbc.sql("""
                        update deployed_version set attempts = 0, visible_from = case
                          when intune_app_id is null and progress ->> 'step' = 'CREATE' then ?::timestamptz else ?::timestamptz end
                        where company_id = ? and deployment_id = ?
                        """)
                .params(
                        Timestamps.utc(at.plus(ANSWERED_WITHIN)),
                        Timestamps.utc(at),
                        Current.company().value(),
                        deployment.value())
                .update();
    }

    /** One of a deployment that is being deleted and is still to be dealt with, whose turn is next. */
    Optional<DeployedVersion> toRemove(DeploymentId deployment) {
        return jdbc.sql("""
                        select * from deployed_version where company_id = ? and deployment_id = ?
                          and removed_at is null and not_removed_reason is null
                        order by visible_from, superseded_at nulls first, version_id limit 1
                        """)
                .params(Current.company().value(), deployment.value())
                .query(mapper)
                .optional();
    }

    void removed(UUID id, Instant at) {
        jdbc.sql("update deployed_version set removed_at = ? where company_id = ? and version_id = ?")
                .params(Timestamps.utc(at), Current.company().value(), id)
                .update();
    }

    void left(UUID id, String because) {
        jdbc.sql("update deployed_version set not_removed_reason = ? where company_id = ? and version_id = ?")
                .params(because, Current.company().value(), id)
                .update();
    }

    /** To be dealt with later; the try counts where it was this one's own fault. */
    void later(UUID id, boolean counts, Instant at) {
        jdbc.sql("""
                        update deployed_version set attempts = attempts + ?, visible_from = ?
                        where company_id = ? and version_id = ?
                        """)
                .params(counts ? 1 : 0, Timestamps.utc(at), Current.company().value(), id)
                .update();
    }

    /** What a deletion came to: the versions that left Intune, and those that did not with the reason. */
    record RemovalSummary(List<String> removed, List<String> left) {}

    RemovalSummary summary(DeploymentId deployment) {
        var removed = jdbc.sql("""
                        select app_version from deployed_version
                        where company_id = ? and deployment_id = ? and removed_at is not null order by created_at
                        """)
                .params(Current.company().value(), deployment.value())
                .query((rs, row) -> rs.getString(1))
                .list();
        var left = jdbc.sql("""
                        select app_version || ' (' || not_removed_reason || ')' from deployed_version
                        where company_id = ? and deployment_id = ? and not_removed_reason is not null order by created_at
                        """)
                .params(Current.company().value(), deployment.value())
                .query((rs, row) -> rs.getString(1))
                .list();
        return new RemovalSummary(removed, left);
    }
}
