package io.patchbay.group.role;

import io.patchbay.environment.Environments;
import io.patchbay.group.membership.GroupProblem;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.SecurityGroup;
import io.patchbay.microsoft.graph.SecurityGroups;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;

/** The security groups of a tenant, as Entra ID knows them. */
@Service
public class TenantGroups {

    private final GroupRoles roles;
    private final Environments environments;
    private final SecurityGroups microsoft;
    private final MessageSourceAccessor messages;

    TenantGroups(
            GroupRoles roles, Environments environments, SecurityGroups microsoft, MessageSourceAccessor messages) {
        this.roles = roles;
        this.environments = environments;
        this.microsoft = microsoft;
        this.messages = messages;
    }

    /**
     * Looks in the environment's tenant for groups whose name has a word that begins so.
     *
     * @throws ConflictException where the environment is not connected
     */
    public GroupSearchResult search(EnvironmentId environment, String name) {
        return found(microsoft.search(
                environments.get(environment).requireConnection().tenantId(), name));
    }

    /**
     * Groups of the environment's tenant that somebody named.
     *
     * @throws ConflictException where the environment is not connected
     */
    public GroupSearchResult named(EnvironmentId environment, Collection<UUID> ids) {
        return ids.isEmpty()
                ? new GroupSearchResult(List.of(), null)
                : found(microsoft.existing(
                        environments.get(environment).requireConnection().tenantId(), ids));
    }

    private GroupSearchResult found(GraphOutcome<List<SecurityGroup>> outcome) {
        return outcome instanceof GraphOutcome.Answered<List<SecurityGroup>>(var groups)
                ? new GroupSearchResult(groups, null)
                : new GroupSearchResult(List.of(), text(GroupProblem.of(outcome)));
    }

    /**
     * Asks Entra ID who is in a group.
     *
     * @throws NotFoundException where the company has no such group
     */
    public GroupMembers members(UUID id) {
        var group = roles.get(id);
        var outcome = microsoft.people(group.tenantId(), group.groupId());
        return switch (outcome) {
            case GraphOutcome.Answered<SecurityGroups.GroupMemberPage>(var people) ->
                new GroupMembers(people.first(), people.count(), null);
            case GraphOutcome<SecurityGroups.GroupMemberPage> other ->
                new GroupMembers(List.of(), 0, text(GroupProblem.of(other)));
        };
    }

    private String text(GroupProblem problem) {
        return messages.getMessage(problem.key());
    }
}
