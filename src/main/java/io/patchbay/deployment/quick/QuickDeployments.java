package io.patchbay.deployment.quick;

import io.patchbay.deployment.management.DeploymentQueries;
import io.patchbay.deployment.management.DeploymentView;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.quick.QuickItem.Figures;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.platform.jdbc.NumberedPages;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Quick deployments that were begun: each is deployed by a durable job, as the person who began it. */
@Service
public class QuickDeployments {

    private static final Duration KEPT = Duration.ofDays(90);

    private final QuickStore store;
    private final QuickJob job;
    private final DeploymentQueries deployments;
    private final Environments environments;
    private final Clock clock;

    QuickDeployments(
            QuickStore store, QuickJob job, DeploymentQueries deployments, Environments environments, Clock clock) {
        this.store = store;
        this.job = job;
        this.deployments = deployments;
        this.environments = environments;
        this.clock = clock;
    }

    /**
     * Begins to deploy what is planned; begun twice by one identifier, it is begun once.
     *
     * @throws IllegalStateException where the current actor is no member of the company
     */
    @Transactional
    public void start(UUID id, QuickPlan plan) {
        if (!(Current.actor() instanceof Actor.Member person)) {
            throw new IllegalStateException("Only a member of the company deploys");
        }
        store.deleteBefore(clock.instant().minus(KEPT));
        if (store.begin(id, person, clock.instant())) {
            store.add(id, plan.items());
            job.wake(id);
        }
    }

    /** Whether it was begun: whoever confirms once more what runs already is shown how it goes. */
    @Transactional(readOnly = true)
    public boolean begun(UUID id) {
        return store.person(id).isPresent();
    }

    /**
     * How it goes.
     *
     * @param items a page of it, what was not deployed first
     */
    public record QuickProgress(UUID id, Figures figures, Page<QuickRow> items) {}

    /**
     * An application in an environment.
     *
     * @param deployment what became of it; null where nothing did, or it was deleted since
     */
    public record QuickRow(
            QuickItem item, String environment, @Nullable DeploymentView deployment) {

        /** Whether it is still to be begun. */
        public boolean waiting() {
            return item.deployment() == null && item.reason() == null;
        }
    }

    /**
     * How a quick deployment goes.
     *
     * @throws NotFoundException where the company has none of that identifier
     */
    @Transactional(readOnly = true)
    public QuickProgress progress(UUID id, int page) {
        Page<QuickItem> items = NumberedPages.read(page, wanted -> store.items(id, wanted));
        if (items.isEmpty()) {
            throw new NotFoundException();
        }
        var ids = items.stream()
                .map(QuickItem::deployment)
                .filter(Objects::nonNull)
                .toList();
        Map<DeploymentId, DeploymentView> there =
                deployments.among(ids).stream().collect(Collectors.toMap(DeploymentView::id, Function.identity()));
        Map<EnvironmentId, String> names =
                environments.all().stream().collect(Collectors.toMap(EnvironmentView::id, EnvironmentView::name));
        return new QuickProgress(
                id,
                items.getContent().getFirst().figures(),
                items.map(item -> new QuickRow(
                        item,
                        names.getOrDefault(item.environment(), ""),
                        item.deployment() == null ? null : there.get(item.deployment()))));
    }
}
