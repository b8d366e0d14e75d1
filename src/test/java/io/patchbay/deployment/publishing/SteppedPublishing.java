package io.patchbay.deployment.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.PublishReason;
import io.patchbay.deployment.model.Step;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.testsupport.Portal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** A publishing that no job knows: a test takes its steps one by one, and moves the clock instead of waiting. */
final class SteppedPublishing {

    private static final int ENOUGH_STEPS = 4_000;

    private final Portal portal;
    private final Deploying contoso;
    private final UUID version;
    private final Set<Step> taken = EnumSet.noneOf(Step.class);

    private SteppedPublishing(Portal portal, Deploying contoso, UUID version) {
        this.portal = portal;
        this.contoso = contoso;
        this.version = version;
    }

    static SteppedPublishing begin(Portal portal, Deploying contoso, DeploymentSpec spec) {
        var version = contoso.inCompany(() -> portal.bean(TransactionTemplate.class)
                .execute(status -> contoso.insertVersion(contoso.insertActive(spec), PublishProgress.begin(null))
                        .id()));
        return new SteppedPublishing(portal, contoso, version);
    }

    /** One that was begun elsewhere, while the jobs rest. */
    static SteppedPublishing of(Portal portal, Deploying contoso, UUID version) {
        return new SteppedPublishing(portal, contoso, version);
    }

    UUID version() {
        return version;
    }

    VersionStatus status() {
        return contoso.inCompany(() -> portal.bean(DeployedVersionRepository.class)
                .find(version)
                .orElseThrow()
                .status());
    }

    @Nullable
    String cause() {
        return contoso.inCompany(() -> portal.bean(DeployedVersionRepository.class)
                .find(version)
                .orElseThrow()
                .state()
                .cause());
    }

    /** The steps that were taken so far, but those that were forgotten. */
    Set<Step> taken() {
        return Set.copyOf(taken);
    }

    /** Puts it where a test wants it. */
    void change(UnaryOperator<PublishProgress> progress) {
        contoso.doInCompany(() -> portal.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            var found =
                    portal.bean(DeployedVersionRepository.class).held(version).orElseThrow();
            if (found.status().open()) {
                found.state().advance(progress.apply(found.progress()), now());
            }
        }));
    }

    /** Begins again with it, as an edit does. */
    void restart(PublishProgress from) {
        contoso.doInCompany(() -> portal.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> portal.bean(DeployedVersionRepository.class)
                        .held(version)
                        .orElseThrow()
                        .restart(PublishReason.UPDATED, from, now())));
    }

    private Instant now() {
        return portal.microsoft().clock().instant();
    }

    /** Takes steps until that one is next; whether it ever is. With null until nothing is to be done any more. */
    boolean advanceTo(@Nullable Step step) {
        for (int i = 0; i < ENOUGH_STEPS; i++) {
            var due = contoso.inCompany(() -> portal.bean(Publishing.class).next(version, false));
            if (due.isEmpty()) {
                return step == null;
            }
            var progress = due.get().task().progress();
            if (progress.step() == step && (step != Step.CREATE || progress.begun())) {
                return true;
            }
            takeNext(due.get());
        }
        throw new AssertionError("It does not come to an end: " + status() + " " + cause());
    }

    private void takeNext(Publishing.NextStep due) {
        var wait = Duration.between(now(), due.from());
        if (wait.isPositive()) {
            portal.microsoft().controls().advanceClock(wait.plusMillis(1));
        }
        taken.add(due.task().progress().step());
        contoso.doInCompany(() -> portal.bean(Publishing.class)
                .store(due.task(), portal.bean(PublishSteps.class).take(due.task(), due.others())));
    }

    void takeNext() {
        takeNext(contoso.inCompany(
                () -> portal.bean(Publishing.class).next(version, false).orElseThrow()));
    }

    /** Takes a step and forgets what came of it, as a machine that dies does. */
    void takeInVain() {
        contoso.doInCompany(() -> {
            var due = portal.bean(Publishing.class).next(version, true).orElseThrow();
            portal.bean(PublishSteps.class).take(due.task(), due.others());
        });
    }

    void finish() {
        assertThat(advanceTo(null)).isTrue();
    }
}
