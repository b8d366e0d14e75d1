package io.patchbay.deployment.removal;

import io.patchbay.deployment.model.Causes;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.publishing.StepResult;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.identity.ConsentProblem.Fault;
import io.patchbay.microsoft.intune.IntuneApp;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.platform.job.Removal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes applications out of Intune. Devices keep what is installed on them. */
@Component
public class AppRemoval {

    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final IntuneApps apps;
    private final Causes causes;

    AppRemoval(IntuneApps apps, Causes causes) {
        this.apps = apps;
        this.causes = causes;
    }

    /**
     * What is to be removed.
     *
     * @param app its identifier in Intune; null where it has to be looked for by its mark
     * @param latest whether it is the one whose assignments are ours
     */
    public record Target(UUID version, @Nullable String app, boolean latest) {

        public static Target of(DeployedVersion version) {
            return new Target(version.id(), version.work().app(), !version.superseded());
        }

        String mark() {
            return "patchbay:" + version;
        }
    }

    /** Removes it; an old one that somebody assigned by hand stays. */
    public Removal remove(UUID tenant, Target target) {
        if (target.app() != null && target.latest()) {
            return delete(tenant, target.app());
        }
        var found = find(tenant, target);
        return found instanceof Answered<Optional<IntuneApp>>(var app)
                ? app.map(one -> remove(tenant, target, one)).orElseGet(Removal.Removed::new)
                : notAnswered(found);
    }

    private Removal remove(UUID tenant, Target target, IntuneApp app) {
        return !target.latest() && app.assigned()
                ? new Removal.Left(causes.text("byHand", app.id()))
                : delete(tenant, app.id());
    }

    private Removal delete(UUID tenant, String app) {
        return switch (apps.delete(tenant, app)) {
            case Answered<Boolean> deleted -> new Removal.Removed();
            case GraphOutcome<Boolean> other -> withApp(notAnswered(other), app);
        };
    }

    private GraphOutcome<Optional<IntuneApp>> find(UUID tenant, Target target) {
        if (target.app() != null) {
            return apps.find(tenant, target.app());
        }
        return switch (apps.all(tenant)) {
            case Answered<List<IntuneApp>>(var all) ->
                new Answered<>(
                        all.stream().filter(one -> one.marked(target.mark())).findFirst());
            case GraphOutcome<List<IntuneApp>> other -> other.retyped();
        };
    }

    private static Removal withApp(Removal removal, String app) {
        return switch (removal) {
            case Removal.Left(var reason) -> new Removal.Left(reason + " (" + app + ")");
            case Removal.TryAgain(var reason) -> new Removal.TryAgain(reason + " (" + app + ")");
            case Removal other -> other;
        };
    }

    private Removal notAnswered(GraphOutcome<?> outcome) {
        return switch (outcome) {
            case GraphOutcome.Throttled<?>(var after) ->
                new Removal.NotNow(after == null ? PAUSE : after, causes.text("throttled"));
            case GraphOutcome.Unavailable<?> away -> new Removal.NotNow(PAUSE, causes.text("microsoft"));
            case GraphOutcome.NoToken<?>(var diagnosis) ->
                diagnosis.problem().fault() == Fault.CUSTOMER
                        ? new Removal.Left(causes.text("connection"))
                        : new Removal.NotNow(PAUSE, causes.text("ours"));
            case GraphOutcome.Failed<?>(var status, var code, var message) ->
                Causes.related(code + " " + message)
                        ? new Removal.TryAgain(causes.text("related", message))
                        : new Removal.Left(reason(outcome));
            default -> new Removal.Left(reason(outcome));
        };
    }

    private String reason(GraphOutcome<?> outcome) {
        return switch (causes.of(outcome)) {
            case StepResult.Fail(var cause) -> cause;
            case StepResult.Retry(var cause, var after) -> cause;
            case StepResult other -> throw new IllegalStateException("A refusal is no progress: " + other);
        };
    }
}
