package io.patchbay.deployment;

import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the deployments of an environment stand, for a look from outside. */
@Service
public class DeploymentsInShort {

    /** The most that are named. */
    public static final int AT_MOST = 100;

    private final JdbcClient jdbc;

    DeploymentsInShort(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One deployment.
     *
     * @param state as in {@code deployments.state.<state>}, or {@code ACTIVE}
     * @param version its latest version; null for a draft, as is its status
     * @param status as in {@code deployments.status.<status>}
     * @param cause what keeps it; null where nothing does
     */
    public record DeploymentInShort(
            String app,
            String state,
            @Nullable String version,
            @Nullable String status,
            @Nullable String cause) {}

    /** Those of the current company's environment by name, {@value #AT_MOST} at the most. */
    @Transactional(readOnly = true)
    public List<DeploymentInShort> of(EnvironmentId environment) {
        return jdbc.sql("""
                        select d.app_name, d.state, latest.app_version, latest.status, latest.cause
                        from deployment d
                        left join lateral (
                          select v.app_version, v.status, v.cause from deployed_version v
                          where v.company_id = d.company_id and v.deployment_id = d.deployment_id and v.superseded_at is null
                          order by v.created_at desc, v.version_id desc limit 1) latest on true
                        where d.company_id = ? and d.environment_id = ?
                        order by d.app_name, d.deployment_id limit ?
                        """)
                .params(Current.company().value(), environment.value(), AT_MOST)
                .query((row, number) -> new DeploymentInShort(
                        row.getString("app_name"),
                        row.getString("state"),
                        row.getString("app_version"),
                        row.getString("status"),
                        "SUCCESS".equals(row.getString("status")) ? null : row.getString("cause")))
                .list();
    }
}
