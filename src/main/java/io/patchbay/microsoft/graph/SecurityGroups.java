package io.patchbay.microsoft.graph;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The security groups of a customer's tenant, and who is in them. Needs {@code SecurityGroupMember.Read.All}, and for people {@code
 * User.Read.All} too.
 */
@Component
public class SecurityGroups {

    private final Graph graph;
    private final GraphApi api;

    SecurityGroups(Graph graph, GraphApi api) {
        this.graph = graph;
        this.api = api;
    }

    /** Groups with a word of the name that begins so, 25 at most; the first by name where nothing is sought. */
    public GraphOutcome<List<SecurityGroup>> search(UUID tenant, String name) {
        return graph.call(
                tenant,
                bearer -> name.isBlank()
                        ? api.groupsByName(bearer).value()
                        : api.groupsFound(bearer, clause(name)).value());
    }

    /** Quote and backslash are escaped by a backslash (learn.microsoft.com/graph/search-query-parameter). */
    private static String clause(String name) {
        return "\"displayName:" + name.strip().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Those of the groups that still exist, at most 15 asked for at once. */
    public GraphOutcome<List<SecurityGroup>> existing(UUID tenant, Collection<UUID> groups) {
        var ids = groups.stream().map(id -> "'" + id + "'").collect(Collectors.joining(",", "id in (", ")"));
        return graph.call(tenant, bearer -> api.groupsWhere(bearer, ids).value());
    }

    /**
     * Those of the groups, at most 20, that a person of the tenant is in, directly or through nested ones; none where the
     * tenant has no such person any more.
     */
    public GraphOutcome<Set<UUID>> of(UUID tenant, UUID person, Collection<UUID> groups) {
        var wanted = new GraphApi.GroupIds(List.copyOf(groups));
        GraphOutcome<Set<UUID>> outcome = graph.call(
                tenant,
                bearer ->
                        Set.copyOf(api.checkMemberGroups(bearer, person, wanted).value()));
        return outcome instanceof GraphOutcome.Failed<Set<UUID>>(var status, var code, var message)
                        && status == HttpStatus.NOT_FOUND.value()
                ? new GraphOutcome.Answered<>(Set.of())
                : outcome;
    }

    /**
     * Members in a group.
     *
     * @param first the first hundred
     * @param count how many there are
     */
    public record GroupMemberPage(List<SecurityGroupMember> first, int count) {}

    /** Who is in a group, directly or through nested ones. */
    public GraphOutcome<GroupMemberPage> people(UUID tenant, UUID group) {
        return graph.call(tenant, bearer -> {
            var page = api.people(bearer, group);
            return new GroupMemberPage(
                    page.value(), page.count() == null ? page.value().size() : page.count());
        });
    }
}
