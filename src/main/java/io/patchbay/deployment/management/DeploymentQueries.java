package io.patchbay.deployment.management;

import io.patchbay.deployment.management.DeploymentRows.DeploymentRow;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.platform.jdbc.NumberedPages;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deployments of the current company, to be looked at. */
@Service
public class DeploymentQueries {

    private final DeploymentRepository deployments;
    private final DeployedVersionRepository versions;
    private final Environments environments;
    private final DeploymentRows rows;

    DeploymentQueries(
            DeploymentRepository deployments,
            DeployedVersionRepository versions,
            Environments environments,
            DeploymentRows rows) {
        this.deployments = deployments;
        this.versions = versions;
        this.environments = environments;
        this.rows = rows;
    }

    /**
     * What is sought.
     *
     * @param text part of the name or publisher; empty for any
     * @param status how the latest version stands; null for any
     * @param updates whether only those for which there is a newer version
     * @param quick only those that a quick deployment began; null for any
     * @param page from 1
     */
    public record DeploymentFilter(
            String text,
            @Nullable VersionStatus status,
            boolean updates,
            @Nullable UUID quick,
            int page) {}

    /** A page of them. */
    public record DeploymentPage(Page<DeploymentView> page) {

        /** What is on it. */
        public List<DeploymentView> deployments() {
            return page.getContent();
        }

        /** Whether any of them is under way. */
        public boolean moving() {
            return page.stream().anyMatch(DeploymentView::moving);
        }

        /** Whether all of them are in these environments. */
        public boolean onlyIn(Set<EnvironmentId> environments) {
            return page.stream().map(DeploymentView::environment).allMatch(environments::contains);
        }
    }

    /** A page of deployments, by name; the last one where there are not so many. */
    @Transactional(readOnly = true)
    public DeploymentPage find(DeploymentFilter wanted) {
        var found = NumberedPages.read(wanted.page(), page -> rows.page(wanted, page));
        return new DeploymentPage(
                new PageImpl<>(views(found.getContent()), found.getPageable(), found.getTotalElements()));
    }

    /**
     * One deployment.
     *
     * @throws NotFoundException where the company has none of that identifier
     */
    @Transactional(readOnly = true)
    public DeploymentView get(DeploymentId id) {
        return views(List.of(rows.find(id).orElseThrow(NotFoundException::new))).getFirst();
    }

    /** Those of the deployments that the company has. */
    @Transactional(readOnly = true)
    public List<DeploymentView> among(Collection<DeploymentId> ids) {
        return ids.isEmpty() ? List.of() : views(rows.among(ids));
    }

    /** The first deployments whose application or publisher a text speaks of: what the applications are called, in order. */
    @Transactional(readOnly = true)
    public Map<DeploymentId, String> first(String text, int atMost) {
        var found = new LinkedHashMap<DeploymentId, String>();
        rows.page(new DeploymentFilter(text, null, false, null, 1), PageRequest.ofSize(atMost)).stream()
                .map(counted -> counted.row().deployment())
                .forEach(one -> found.put(one.id(), one.appName()));
        return found;
    }

    /** How many there are, and how they stand. */
    @Transactional(readOnly = true)
    public DeploymentFigures figures() {
        return rows.figures();
    }

    /** What the applications of those of the deployments are called that the company has. */
    @Transactional(readOnly = true)
    public Map<DeploymentId, String> names(Collection<DeploymentId> ids) {
        return deployments.among(ids.stream().map(DeploymentId::value).toList()).stream()
                .collect(Collectors.toMap(Deployment::id, Deployment::appName));
    }

    private List<DeploymentView> views(List<DeploymentRow> found) {
        Map<EnvironmentId, EnvironmentView> named =
                environments.all().stream().collect(Collectors.toMap(EnvironmentView::id, Function.identity()));
        var byDeployment = versions
                .among(found.stream().map(row -> row.deployment().id()).toList())
                .stream()
                .collect(Collectors.groupingBy(DeployedVersion::deployment));
        return found.stream()
                .map(row -> view(
                        row,
                        named.get(row.deployment().environment()),
                        byDeployment.getOrDefault(row.deployment().id(), List.of())))
                .toList();
    }

    private static DeploymentView view(
            DeploymentRow row, @Nullable EnvironmentView environment, List<DeployedVersion> versions) {
        var one = row.deployment();
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
                row.update(),
                one.version());
    }
}
