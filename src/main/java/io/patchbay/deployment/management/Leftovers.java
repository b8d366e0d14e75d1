package io.patchbay.deployment.management;

import io.patchbay.deployment.model.AppMark;
import io.patchbay.deployment.model.Assignment;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.publishing.FailureTranslator;
import io.patchbay.environment.ConnectionLock;
import io.patchbay.environment.Environments;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.graph.SecurityGroup;
import io.patchbay.microsoft.graph.SecurityGroups;
import io.patchbay.microsoft.intune.GivenAssignment;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Applications that an earlier connection left in a tenant's Intune: found by the mark in their notes, and taken over as
 * deployments, or deleted as a deployment is. What any company owns is none.
 */
@Service
public class Leftovers {

    /** So many at once; others come once these are dealt with. */
    public static final int AT_MOST = 50;

    private static final int ASKED_AT_ONCE = 15;

    private final Environments environments;
    private final ConnectionLock connections;
    private final IntuneApps apps;
    private final SecurityGroups groups;
    private final LeftoverStore store;
    private final Deployments deployments;
    private final FailureTranslator causes;

    Leftovers(
            Environments environments,
            ConnectionLock connections,
            IntuneApps apps,
            SecurityGroups groups,
            LeftoverStore store,
            Deployments deployments,
            FailureTranslator causes) {
        this.environments = environments;
        this.connections = connections;
        this.apps = apps;
        this.groups = groups;
        this.store = store;
        this.deployments = deployments;
        this.causes = causes;
    }

    /**
     * Finds them.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where it is not connected, or Intune does not answer, with the reason for people
     */
    public List<Leftover> find(EnvironmentId environment) {
        environments.get(environment);
        var tenant = connections.tenant(environment).orElseThrow(() -> new ConflictException("leftovers.notConnected"));
        var marked = new HashMap<String, UUID>();
        for (var app : answer(apps.all(tenant))) {
            AppMark.of(app).ifPresent(mark -> marked.put(app.id(), mark.version()));
        }
        var owned = store.owned(marked.values());
        var found = marked.entrySet().stream()
                .filter(one -> !owned.contains(one.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .limit(AT_MOST)
                .flatMap(one -> answer(apps.describe(tenant, one.getKey())).stream()
                        .map(there -> new Leftover(one.getValue(), there, null, false)))
                .toList();
        return found.isEmpty() ? found : store.known(environment, found);
    }

    private <T> T answer(GraphOutcome<T> outcome) {
        if (outcome instanceof Answered<T>(var value)) {
            return value;
        }
        throw new ConflictException("leftovers.noAnswer", causes.of(outcome).cause());
    }

    /**
     * Takes those of the applications over that can be; the versions of one application become one deployment.
     *
     * @return how many became of them
     * @throws ConflictException where the plan or the connection forbids it, with the reason for people
     */
    public int adopt(EnvironmentId environment, Collection<String> chosen) {
        var tenant = connections.tenant(environment).orElseThrow(NotFoundException::new);
        var byApp = find(environment).stream()
                .filter(one -> chosen.contains(one.id()) && one.adoptable())
                .collect(Collectors.groupingBy(
                        one -> List.of(String.valueOf(one.catalogApp()), one.architecture(), one.scope())));
        for (var some : byApp.values()) {
            store.adopt(environment, some, assignments(tenant, some));
        }
        return byApp.size();
    }

    /** Deletes those of the applications from Intune, by durable jobs; how many. */
    public int delete(EnvironmentId environment, Collection<String> chosen) {
        int begun = 0;
        for (var one : find(environment)) {
            var taken = chosen.contains(one.id()) ? store.take(environment, one) : Optional.<DeploymentId>empty();
            if (taken.isPresent()) {
                deployments.delete(taken.get());
                begun++;
            }
        }
        return begun;
    }

    /** To whom each goes, as far as Patchbay knows such assignments and the groups are still there. */
    private Map<String, List<Assignment>> assignments(UUID tenant, List<Leftover> some) {
        var names = names(tenant, some);
        return some.stream()
                .collect(Collectors.toMap(
                        Leftover::id,
                        one -> one.found().app().assignments().stream()
                                .flatMap(given -> given.known().stream())
                                .filter(known -> known.group() == null || names.containsKey(known.group()))
                                .map(known -> Assignment.of(known, names.get(known.group())))
                                .toList()));
    }

    private Map<@Nullable UUID, String> names(UUID tenant, List<Leftover> some) {
        var rest = new ArrayList<>(some.stream()
                .flatMap(one -> one.found().app().assignments().stream())
                .map(GivenAssignment::groupId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var names = new HashMap<@Nullable UUID, String>();
        while (!rest.isEmpty()) {
            var asked = rest.subList(0, Math.min(ASKED_AT_ONCE, rest.size()));
            for (SecurityGroup group : answer(groups.existing(tenant, asked))) {
                names.put(group.id(), group.displayName());
            }
            asked.clear();
        }
        return names;
    }
}
