package io.patchbay.deployment.removal;

import io.patchbay.deployment.model.AppMark;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.publishing.FailureTranslator;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.identity.ConsentProblem.Fault;
import io.patchbay.microsoft.intune.IntuneApp;
import io.patchbay.microsoft.intune.IntuneApps;
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
    private final FailureTranslator causes;

    AppRemoval(IntuneApps apps, FailureTranslator causes) {
        this.apps = apps;
        this.causes = causes;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** It is not there any more, or never was. */
        record Gone() implements Outcome {}

        /** It stays. */
        record Stays(String reason) implements Outcome {}

        /** Microsoft cannot be asked now. */
        record NotNow(String reason, Duration after) implements Outcome {}

        /** Another application stands in the way, which may go first. */
        record Related(String reason) implements Outcome {}
    }

    /**
     * What is to be removed.
     *
     * @param app its identifier in Intune; null where it has to be looked for by its mark
     * @param latest whether it is the one whose assignments are ours
     */
    public record Target(UUID version, @Nullable String app, boolean latest) {

        public static Target of(DeployedVersion version) {
            return new Target(version.id(), version.app(), !version.superseded());
        }

        AppMark mark() {
            return new AppMark(version);
        }
    }

    /** Removes it; an old one that somebody assigned by hand stays. */
    public Outcome remove(UUID tenant, Target target) {
        var found = find(tenant, target);
        if (!(found instanceof Answered<Optional<IntuneApp>>(var app))) {
            return notAnswered(found);
        }
        if (app.isEmpty()) {
            return new Outcome.Gone();
        }
        if (!target.latest() && app.get().assigned()) {
            return new Outcome.Stays(causes.text("byHand", app.get().id()));
        }
        var deleted = apps.delete(tenant, app.get().id());
        return deleted instanceof Answered<Boolean>
                ? new Outcome.Gone()
                : withApp(notAnswered(deleted), app.get().id());
    }

    private GraphOutcome<Optional<IntuneApp>> find(UUID tenant, Target target) {
        if (target.app() != null) {
            return target.latest()
                    ? new Answered<>(Optional.of(new IntuneApp(target.app(), "", null, null, null, List.of())))
                    : apps.find(tenant, target.app());
        }
        return switch (apps.all(tenant)) {
            case Answered<List<IntuneApp>>(var all) ->
                new Answered<>(all.stream().filter(one -> target.mark().on(one)).findFirst());
            case GraphOutcome<List<IntuneApp>> other -> other.retyped();
        };
    }

    private static Outcome withApp(Outcome outcome, String app) {
        return switch (outcome) {
            case Outcome.Stays(var reason) -> new Outcome.Stays(reason + " (" + app + ")");
            case Outcome.Related(var reason) -> new Outcome.Related(reason + " (" + app + ")");
            case Outcome.Gone gone -> gone;
            case Outcome.NotNow later -> later;
        };
    }

    private Outcome notAnswered(GraphOutcome<?> outcome) {
        return switch (outcome) {
            case GraphOutcome.Throttled<?>(var after) ->
                new Outcome.NotNow(causes.text("throttled"), after == null ? PAUSE : after);
            case GraphOutcome.Unavailable<?> away -> new Outcome.NotNow(causes.text("microsoft"), PAUSE);
            case GraphOutcome.NoToken<?>(var diagnosis) ->
                diagnosis.problem().fault() == Fault.CUSTOMER
                        ? new Outcome.Stays(causes.text("connection"))
                        : new Outcome.NotNow(causes.text("ours"), PAUSE);
            case GraphOutcome.Failed<?>(var status, var code, var message) ->
                FailureTranslator.related(code + " " + message)
                        ? new Outcome.Related(causes.text("related", message))
                        : new Outcome.Stays(causes.of(outcome).cause());
            default -> new Outcome.Stays(causes.of(outcome).cause());
        };
    }
}
