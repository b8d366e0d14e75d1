package io.patchbay.deployment.management;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.NewerVersions;
import io.patchbay.deployment.management.DeploymentQueries.DeploymentFilter;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.platform.jdbc.LikePattern;
import io.patchbay.platform.jdbc.NumberedPages.Counted;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** Deployments with how their latest version stands and what the catalog has newer, each question in one statement. */
@Component
class DeploymentRows {

    private static final String LATEST = """
             left join lateral (
              select v.status, v.app_version from deployed_version v
              where v.company_id = d.company_id and v.deployment_id = d.deployment_id and v.superseded_at is null
              order by v.created_at desc, v.version_id desc limit 1) latest on true
            """;

    /**
     * What is newer is asked only of those that follow the catalog and whose latest version is not under way; and once: without
     * {@code offset} PostgreSQL would ask it again for whether it is known.
     */
    private static final String LATEST_AND_AVAILABLE =
            LATEST + """
            left join lateral (
              select newer.version from (select %s as version offset 0) newer
              where d.state = 'ACTIVE' and d.spec -> 'choice' ->> 'policy' = 'LATEST' and latest.status in ('SUCCESS', 'FAILED')
                and not exists (select from deployed_version known
                  where known.company_id = d.company_id and known.deployment_id = d.deployment_id
                    and known.app_version = newer.version)) available on true
            """.formatted(NewerVersions.sql("d.app_id", "latest.app_version"));

    private static final String OF_COMPANY = " where d.company_id = :company";
    private static final String FROM = " from deployment d" + LATEST_AND_AVAILABLE + OF_COMPANY;
    private static final String ORDER = " order by d.app_name, d.deployment_id";

    private final EntityManager entities;

    DeploymentRows(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * One deployment.
     *
     * @param update the newer version that can be published; null where there is none
     */
    record DeploymentRow(Deployment deployment, @Nullable String update) {}

    /**
     * What is newer is worked out for those on the page alone, unless it decides what is on it; all are counted apart from them, so
     * that only what is on the page has to be kept. The limit of the first page is written out: so PostgreSQL sees that it is
     * small, and keeps the plan.
     */
    List<Counted<DeploymentRow>> page(DeploymentFilter wanted, Pageable page) {
        var sought = Sought.of(wanted);
        var first = page.getOffset() == 0;
        if (!first) {
            sought.parameters().put("offset", page.getOffset());
        }
        return sought
                .in(rows("select {d.*}, available.version as update_to, sought.total from ("
                        + "select d.deployment_id, (select count(*)" + sought.sql() + ") as total" + sought.sql()
                        + ORDER
                        + " limit " + page.getPageSize() + (first ? "" : " offset :offset")
                        + ") sought join deployment d on d.deployment_id = sought.deployment_id"
                        + LATEST_AND_AVAILABLE + OF_COMPANY + ORDER))
                .addScalar("total", Long.class)
                .list()
                .stream()
                .map(row -> new Counted<>(row(row), (long) row[2]))
                .toList();
    }

    /** Which deployments are sought, as a statement from its {@code from} on. */
    private record Sought(String sql, Map<String, Object> parameters) {

        static Sought of(DeploymentFilter wanted) {
            var where = new StringBuilder(OF_COMPANY);
            var parameters = new HashMap<String, Object>();
            if (!wanted.text().isBlank()) {
                where.append(" and (d.app_name ilike :like or d.publisher ilike :like)");
                parameters.put("like", LikePattern.containing(wanted.text().strip()));
            }
            if (wanted.status() != null) {
                where.append(" and latest.status = :status");
                parameters.put("status", wanted.status().name());
            }
            if (wanted.updates()) {
                where.append(" and available.version is not null");
            }
            if (wanted.quick() != null) {
                where.append(" and exists (select from quick_deployment_item q where q.company_id = d.company_id"
                        + " and q.deployment_id = d.deployment_id and q.quick_deployment_id = :quick)");
                parameters.put("quick", wanted.quick());
            }
            var joined = wanted.updates() ? LATEST_AND_AVAILABLE : wanted.status() != null ? LATEST : "";
            return new Sought(" from deployment d" + joined + where, parameters);
        }

        NativeQuery<Object[]> in(NativeQuery<Object[]> query) {
            parameters.forEach(query::setParameter);
            return query;
        }
    }

    Optional<DeploymentRow> find(DeploymentId id) {
        return among(List.of(id)).stream().findFirst();
    }

    /** Those of the identifiers that there are. */
    List<DeploymentRow> among(Collection<DeploymentId> ids) {
        return ids.isEmpty()
                ? List.of()
                : rows("select {d.*}, available.version as update_to" + FROM + " and d.deployment_id in (:ids)")
                        .setParameterList(
                                "ids", ids.stream().map(DeploymentId::value).toList(), UUID.class)
                        .list()
                        .stream()
                        .map(DeploymentRows::row)
                        .toList();
    }

    /** How an application stands in an environment. */
    record AppRow(
            DeploymentId id,
            EnvironmentId environment,
            String version,
            VersionStatus status,
            @Nullable String update) {}

    /** The deployments of an application of which a version is or was to be published. */
    List<AppRow> ofApp(AppId app) {
        return query(
                        "select d.deployment_id, d.environment_id, latest.app_version, latest.status, available.version as update_to "
                                + FROM
                                + " and d.app_id = :app and latest.status is not null order by d.created_at, d.deployment_id")
                .addScalar("deployment_id", UUID.class)
                .addScalar("environment_id", UUID.class)
                .addScalar("app_version", String.class)
                .addScalar("status", String.class)
                .addScalar("update_to", String.class)
                .setParameter("app", app.value())
                .list()
                .stream()
                .map(row -> new AppRow(
                        new DeploymentId((UUID) row[0]),
                        new EnvironmentId((UUID) row[1]),
                        (String) row[2],
                        VersionStatus.valueOf((String) row[3]),
                        (String) row[4]))
                .toList();
    }

    private NativeQuery<Object[]> rows(String sql) {
        return query(sql).addEntity("d", Deployment.class).addScalar("update_to", String.class);
    }

    private static DeploymentRow row(Object[] columns) {
        return new DeploymentRow((Deployment) columns[0], (String) columns[1]);
    }

    DeploymentFigures figures() {
        var row = query("""
                select count(*) as total,
                  count(*) filter (where latest.status = 'SUCCESS') as published,
                  count(*) filter (where latest.status = 'IN_PROGRESS') as publishing,
                  count(*) filter (where latest.status = 'RETRYING') as retrying,
                  count(*) filter (where latest.status = 'WAITING_FOR_APPROVAL') as waiting,
                  count(*) filter (where latest.status = 'FAILED') as failed,
                  count(*) filter (where available.version is not null) as updates
                """ + FROM)
                .addScalar("total", Integer.class)
                .addScalar("published", Integer.class)
                .addScalar("publishing", Integer.class)
                .addScalar("retrying", Integer.class)
                .addScalar("waiting", Integer.class)
                .addScalar("failed", Integer.class)
                .addScalar("updates", Integer.class)
                .getSingleResult();
        return new DeploymentFigures(
                (int) row[0], (int) row[1], (int) row[2], (int) row[3], (int) row[4], (int) row[5], (int) row[6]);
    }

    private NativeQuery<Object[]> query(String sql) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Object[].class)
                .setParameter("company", Current.company().value());
    }
}
