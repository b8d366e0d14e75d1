package io.patchbay.deployment.management;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deployments of the current company, to be looked at. */
@Service
public class DeploymentQueries {

    /** How many stand on a page. */
    public static final int PAGE = 50;

    private final DeploymentRepository deployments;
    private final DeployedVersionRepository versions;
    private final Environments environments;
    private final EntityManager entities;

    DeploymentQueries(
            DeploymentRepository deployments,
            DeployedVersionRepository versions,
            Environments environments,
            EntityManager entities) {
        this.deployments = deployments;
        this.versions = versions;
        this.environments = environments;
        this.entities = entities;
    }

    /**
     * What is sought.
     *
     * @param text part of the name or publisher; empty for any
     * @param status how the latest version stands; null for any
     * @param page from 1
     */
    public record DeploymentFilter(String text, @Nullable VersionStatus status, int page) {}

    /**
     * A page of them.
     *
     * @param total how many there are on all pages
     */
    public record DeploymentPage(List<DeploymentView> deployments, int total, int page) {

        /** How many pages there are. */
        public int pages() {
            return Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    private static final String FROM = """
            from deployment d
            left join lateral (
              select v.status from deployed_version v
              where v.company_id = d.company_id and v.deployment_id = d.deployment_id and v.superseded_at is null
              order by v.created_at desc, v.version_id desc limit 1) latest on true
            where d.company_id = :company
              and (:text = '' or d.app_name ilike :like or d.publisher ilike :like)
              and (:status = '' or latest.status = :status)
            """;

    /** A page of deployments, by name; the last one where there are not so many. */
    @Transactional(readOnly = true)
    public DeploymentPage find(DeploymentFilter wanted) {
        var page = Math.max(1, wanted.page());
        var found = page(wanted, page);
        if (found.isEmpty() && page > 1) {
            page = Math.max(1, (total(wanted) + PAGE - 1) / PAGE);
            found = page(wanted, page);
        }
        var total = found.isEmpty() ? 0 : ((Number) found.getFirst()[1]).intValue();
        return new DeploymentPage(
                views(found.stream().map(row -> (Deployment) row[0]).toList()), total, page);
    }

    private List<Object[]> page(DeploymentFilter wanted, int page) {
        return asked(
                        "select {d.*}, count(*) over () as total " + FROM
                                + " order by d.app_name, d.deployment_id limit :limit offset :offset",
                        wanted)
                .addEntity("d", Deployment.class)
                .addScalar("total", Integer.class)
                .setParameter("limit", PAGE)
                .setParameter("offset", (page - 1) * PAGE)
                .list();
    }

    private int total(DeploymentFilter wanted) {
        return (int) asked("select count(*) as total " + FROM, wanted)
                .addScalar("total", Integer.class)
                .getSingleResult()[0];
    }

    private NativeQuery<Object[]> asked(String sql, DeploymentFilter wanted) {
        var like = "%" + wanted.text().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Object[].class)
                .setParameter("company", Current.company().value())
                .setParameter("text", wanted.text().strip())
                .setParameter("like", like)
                .setParameter(
                        "status", wanted.status() == null ? "" : wanted.status().name());
    }

    /**
     * One deployment.
     *
     * @throws NotFoundException where the company has none of that identifier
     */
    @Transactional(readOnly = true)
    public DeploymentView get(DeploymentId id) {
        return views(List.of(deployments.find(id).orElseThrow(NotFoundException::new)))
                .getFirst();
    }

    /** What the applications of those of the deployments are called that the company has. */
    @Transactional(readOnly = true)
    public Map<DeploymentId, String> names(Collection<DeploymentId> ids) {
        return deployments.among(ids.stream().map(DeploymentId::value).toList()).stream()
                .collect(Collectors.toMap(Deployment::id, Deployment::appName));
    }

    private List<DeploymentView> views(List<Deployment> found) {
        Map<EnvironmentId, EnvironmentView> named =
                environments.all().stream().collect(Collectors.toMap(EnvironmentView::id, Function.identity()));
        var byDeployment = versions.among(found.stream().map(Deployment::id).toList()).stream()
                .collect(Collectors.groupingBy(DeployedVersion::deployment));
        return found.stream()
                .map(one -> view(one, named.get(one.environment()), byDeployment.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static DeploymentView view(
            Deployment one, @Nullable EnvironmentView environment, List<DeployedVersion> versions) {
        return new DeploymentView(
                one.id(),
                one.environment(),
                environment == null ? "" : environment.name(),
                one.app().value(),
                one.appName(),
                one.publisher(),
                one.state(),
                one.spec(),
                one.createdAt(),
                one.createdBy(),
                one.changedAt(),
                versions.stream().map(VersionView::of).toList(),
                one.version());
    }
}
