package io.patchbay.deployment.management;

import io.patchbay.deployment.publishing.FailureTranslator;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.environment.NotConnectedException;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.graph.SecurityGroup;
import io.patchbay.microsoft.graph.SecurityGroups;
import io.patchbay.microsoft.intune.AppChoices;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the tenant of an environment offers to be chosen for a deployment. Asks Microsoft. */
@Service
public class DeploymentChoices {

    private static final int ASKED_AT_ONCE = 15;

    private final Environments environments;
    private final AppChoices apps;
    private final SecurityGroups groups;
    private final FailureTranslator causes;

    DeploymentChoices(Environments environments, AppChoices apps, SecurityGroups groups, FailureTranslator causes) {
        this.environments = environments;
        this.apps = apps;
        this.groups = groups;
        this.causes = causes;
    }

    /**
     * What was offered.
     *
     * @param problem why it could not be asked; null where it could
     */
    public record OfferedChoice<T>(T offer, @Nullable String problem) {}

    /** Categories of applications, names by identifier. */
    public OfferedChoice<Map<String, String>> categories(EnvironmentId environment) {
        return offered(apps.categories(tenant(environment)), Map.of());
    }

    /** Role scope tags, names by identifier. */
    public OfferedChoice<Map<String, String>> scopeTags(EnvironmentId environment) {
        return offered(apps.scopeTags(tenant(environment)), Map.of());
    }

    /** Assignment filters, names by identifier. */
    public OfferedChoice<Map<String, String>> filters(EnvironmentId environment) {
        return offered(apps.filters(tenant(environment)), Map.of());
    }

    /** The same of an environment that was read already. */
    public OfferedChoice<Map<String, String>> filters(EnvironmentView environment) {
        return offered(apps.filters(tenant(environment)), Map.of());
    }

    /** Security groups with a word of the name that begins so. */
    public OfferedChoice<List<SecurityGroup>> groups(EnvironmentId environment, String name) {
        return offered(groups.search(tenant(environment), name), List.of());
    }

    /** The names of those of the groups that exist. */
    public OfferedChoice<Map<UUID, String>> names(EnvironmentId environment, Collection<UUID> wanted) {
        var names = new HashMap<UUID, String>();
        var ids = List.copyOf(wanted);
        for (int from = 0; from < ids.size(); from += ASKED_AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + ASKED_AT_ONCE));
            var outcome = groups.existing(tenant(environment), some);
            if (!(outcome instanceof Answered<List<SecurityGroup>>(var found))) {
                return new OfferedChoice<>(names, cause(outcome));
            }
            found.forEach(group -> names.put(group.id(), group.displayName()));
        }
        return new OfferedChoice<>(names, null);
    }

    private UUID tenant(EnvironmentId environment) {
        return tenant(environments.get(environment));
    }

    private static UUID tenant(EnvironmentView environment) {
        var connection = environment.connection();
        if (connection == null) {
            throw new NotConnectedException();
        }
        return connection.tenantId();
    }

    private <T> OfferedChoice<T> offered(GraphOutcome<T> outcome, T none) {
        return outcome instanceof Answered<T>(var offer)
                ? new OfferedChoice<>(offer, null)
                : new OfferedChoice<>(none, cause(outcome));
    }

    private String cause(GraphOutcome<?> outcome) {
        return causes.of(outcome).cause();
    }
}
