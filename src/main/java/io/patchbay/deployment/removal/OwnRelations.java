package io.patchbay.deployment.removal;

import io.patchbay.deployment.model.AppMark;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.intune.AppRelation;
import io.patchbay.microsoft.intune.IntuneApp;
import io.patchbay.microsoft.intune.IntuneApps;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The relations in Intune that Patchbay made: one of its applications supersedes or requires another one of them. */
@Component
class OwnRelations {

    private final IntuneApps apps;
    private final ApprovedRemoval approved;

    OwnRelations(IntuneApps apps, ApprovedRemoval approved) {
        this.apps = apps;
        this.approved = approved;
    }

    /**
     * Takes an application out of them. Relations that somebody else made to it stay, and so does what they hold. Applications
     * that hang together may be cut at the same time: one waits for the other.
     *
     * @param successor what those that require the application are to require in its place; null where nothing is
     */
    GraphOutcome<Boolean> cut(UUID tenant, String app, @Nullable String successor) {
        return related(tenant, app) instanceof Answered<List<AppRelation>>(var none) && none.isEmpty()
                ? new Answered<>(true)
                : apps.relating(tenant, () -> cutAlone(tenant, app, successor));
    }

    private GraphOutcome<Boolean> cutAlone(UUID tenant, String app, @Nullable String successor) {
        var relations = related(tenant, app);
        if (!(relations instanceof Answered<List<AppRelation>>(var all))) {
            return relations.retyped();
        }
        if (all.stream().anyMatch(AppRelation::towards)) {
            var outcome = relate(tenant, app, List.of());
            if (!(outcome instanceof Answered<Boolean>)) {
                return outcome;
            }
        }
        for (var one : all) {
            if (!one.towards()) {
                var outcome = cutFrom(tenant, one.other(), app, successor);
                if (!(outcome instanceof Answered<Boolean>)) {
                    return outcome;
                }
            }
        }
        return new Answered<>(true);
    }

    /** Has the other one not supersede or require it any more, where the other one is Patchbay's. */
    private GraphOutcome<Boolean> cutFrom(UUID tenant, String other, String app, @Nullable String successor) {
        var found = apps.find(tenant, other);
        if (!(found instanceof Answered<Optional<IntuneApp>>(var there))) {
            return found.retyped();
        }
        if (there.filter(AppMark::onAny).isEmpty()) {
            return new Answered<>(true);
        }
        var relations = related(tenant, other);
        return relations instanceof Answered<List<AppRelation>>(var all)
                ? relate(tenant, other, without(all, app, other.equals(successor) ? null : successor))
                : relations.retyped();
    }

    /** An application that is not there any more has no relations. */
    private GraphOutcome<List<AppRelation>> related(UUID tenant, String app) {
        var relations = apps.relations(tenant, app);
        return missing(relations) ? new Answered<>(List.of()) : relations;
    }

    private GraphOutcome<Boolean> relate(UUID tenant, String app, List<AppRelation> relations) {
        var outcome = approved.prepare(tenant, app, () -> apps.relate(tenant, app, relations));
        return missing(outcome) ? new Answered<>(true) : outcome;
    }

    private static List<AppRelation> without(List<AppRelation> all, String app, @Nullable String successor) {
        var needed = all.stream()
                        .anyMatch(one -> one.dependency() && one.other().equals(app))
                && all.stream().noneMatch(one -> one.towards() && one.other().equals(successor));
        return Stream.concat(
                        all.stream().filter(one -> one.towards() && !one.other().equals(app)),
                        Stream.ofNullable(successor).filter(one -> needed).map(AppRelation::needs))
                .toList();
    }

    private static boolean missing(GraphOutcome<?> outcome) {
        return outcome instanceof GraphOutcome.Failed<?>(var status, var code, var message) && status == 404;
    }
}
