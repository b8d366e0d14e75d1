package io.patchbay.deployment.removal;

import io.patchbay.deployment.model.AppMark;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.publishing.FailureTranslator;
import io.patchbay.deployment.publishing.StepResult;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.identity.AppTokens;
import io.patchbay.microsoft.identity.AppTokens.TokenOutcome;
import io.patchbay.microsoft.identity.ConsentProblem.Responsible;
import io.patchbay.microsoft.intune.IntuneApp;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.platform.job.Removal;
import io.patchbay.platform.job.Removal.Obstacle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes applications out of Intune. Devices keep what is installed on them. */
@Component
public class AppRemoval {

    private static final Duration PAUSE = Duration.ofSeconds(20);

    private static final Duration APPROVAL = Duration.ofMinutes(10);

    private final IntuneApps apps;
    private final OwnRelations relations;
    private final ApprovedRemoval approved;
    private final AppTokens tokens;
    private final FailureTranslator causes;

    AppRemoval(
            IntuneApps apps,
            OwnRelations relations,
            ApprovedRemoval approved,
            AppTokens tokens,
            FailureTranslator causes) {
        this.approved = approved;
        this.apps = apps;
        this.relations = relations;
        this.tokens = tokens;
        this.causes = causes;
    }

    /**
     * What is to be removed.
     *
     * @param app its identifier in Intune; null where it has to be looked for by its mark
     * @param latest whether it is the one whose assignments are ours
     * @param successor the application that takes its place; null where none does
     */
    public record RemovalTarget(
            UUID version,
            @Nullable String app,
            boolean latest,
            @Nullable String successor) {

        public RemovalTarget(UUID version, @Nullable String app, boolean latest) {
            this(version, app, latest, null);
        }

        public static RemovalTarget of(DeployedVersion version) {
            return new RemovalTarget(version.id(), version.app(), !version.superseded());
        }

        /** The same, where what requires it is to require that application from now on. */
        public RemovalTarget replacedBy(@Nullable String successor) {
            return new RemovalTarget(version, app, latest, successor);
        }

        AppMark mark() {
            return new AppMark(version);
        }
    }

    /** Removes it, and says under which identifier it was found where that was not known; an old one that somebody assigned by hand stays. */
    public Removal remove(UUID tenant, RemovalTarget target) {
        if (target.app() != null && target.latest()) {
            return delete(tenant, target.app(), target.successor());
        }
        return look(tenant, target, app -> remove(tenant, target, app));
    }

    /** What comes of the application if Intune has it; what is not there is gone. */
    Removal look(UUID tenant, RemovalTarget target, Function<IntuneApp, Removal> there) {
        var found = find(tenant, target);
        return found instanceof Answered<List<IntuneApp>>(var all)
                ? each(all, target.app() == null ? app -> new Removal.Found(app.id(), there.apply(app)) : there)
                : notAnswered(tenant, found);
    }

    /** One that may have been made twice is gone when both are. */
    private static Removal each(List<IntuneApp> all, Function<IntuneApp, Removal> there) {
        Removal last = new Removal.Removed();
        for (var app : all) {
            last = there.apply(app);
            if (!gone(last)) {
                return last;
            }
        }
        return last;
    }

    private static boolean gone(Removal removal) {
        return removal instanceof Removal.Removed
                || (removal instanceof Removal.Found(var id, var then) && then instanceof Removal.Removed);
    }

    private Removal remove(UUID tenant, RemovalTarget target, IntuneApp app) {
        return !target.latest() && app.assigned()
                ? new Removal.Left(Obstacle.IN_USE, causes.text("byHand", app.id()))
                : delete(tenant, app.id(), target.successor());
    }

    /** Applications that hang together are not deleted (intune-in-the-field P14): what ties ours together is cut first. */
    private Removal delete(UUID tenant, String app, @Nullable String successor) {
        var cut = relations.cut(tenant, app, successor);
        if (!(cut instanceof Answered<Boolean>)) {
            return withApp(notAnswered(tenant, cut), app);
        }
        return switch (approved.delete(tenant, app)) {
            case Answered<Boolean> deleted -> new Removal.Removed();
            case GraphOutcome<Boolean> other -> withApp(notAnswered(tenant, other), app);
        };
    }

    private GraphOutcome<List<IntuneApp>> find(UUID tenant, RemovalTarget target) {
        if (target.app() != null) {
            return switch (apps.find(tenant, target.app())) {
                case Answered<Optional<IntuneApp>>(var app) ->
                    new Answered<>(app.stream().toList());
                case GraphOutcome<Optional<IntuneApp>> other -> other.retyped();
            };
        }
        return switch (apps.all(tenant)) {
            case Answered<List<IntuneApp>>(var all) ->
                new Answered<>(all.stream().filter(target.mark()::on).toList());
            case GraphOutcome<List<IntuneApp>> other -> other.retyped();
        };
    }

    private static Removal withApp(Removal removal, String app) {
        return switch (removal) {
            case Removal.Left(var obstacle, var reason) -> new Removal.Left(obstacle, reason + " (" + app + ")");
            case Removal.TryAgain(var obstacle, var reason) ->
                new Removal.TryAgain(obstacle, reason + " (" + app + ")");
            case Removal.NotYet(var after, var obstacle, var reason) ->
                new Removal.NotYet(after, obstacle, reason + " (" + app + ")");
            case Removal other -> other;
        };
    }

    /** Takes out one that was made by mistake beside another one, and never came into use. */
    public Removal removeTwin(UUID tenant, IntuneApp twin) {
        return delete(tenant, twin.id(), null);
    }

    /** What may pass is tried again as long as a publishing is; only what is certain stays. */
    private Removal notAnswered(UUID tenant, GraphOutcome<?> outcome) {
        if (outcome instanceof GraphOutcome.Forbidden<?> && lacksPermission(tenant)) {
            return new Removal.Left(Obstacle.REFUSED, causes.text("permission"));
        }
        if (outcome instanceof GraphOutcome.NoToken<?>(var diagnosis)) {
            return diagnosis.problem().responsible() == Responsible.CUSTOMER
                    ? new Removal.Left(Obstacle.UNREACHABLE, causes.text("connection"))
                    : new Removal.NotNow(PAUSE, Obstacle.UNREACHABLE, causes.text("ours"));
        }
        if (outcome instanceof GraphOutcome.Failed<?>(var status, var code, var message)
                && FailureTranslator.related(code + " " + message)) {
            return new Removal.TryAgain(Obstacle.RELATED, causes.text("related", message));
        }
        return switch (causes.of(outcome)) {
            case StepResult.Retry(var cause, var after) ->
                new Removal.NotNow(after == null ? PAUSE : after, Obstacle.UNREACHABLE, cause);
            case StepResult.NotYet(var cause, var missing) -> new Removal.NotYet(PAUSE, Obstacle.REFUSED, cause);
            case StepResult.AwaitingApproval(var cause, var code) -> new Removal.Undecided(APPROVAL, cause);
            case StepResult.Fail(var cause) -> new Removal.Left(Obstacle.REFUSED, cause);
        };
    }

    /** Whether a token of this very moment says that the permission is not granted; otherwise a refusal may pass. */
    private boolean lacksPermission(UUID tenant) {
        return tokens.fresh(tenant) instanceof TokenOutcome.Granted granted
                && !granted.roles().contains(IntuneApps.PERMISSION);
    }
}
