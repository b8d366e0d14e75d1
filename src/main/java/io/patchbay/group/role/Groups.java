package io.patchbay.group.role;

import io.patchbay.company.Role;
import io.patchbay.environment.Environments;
import io.patchbay.group.membership.GroupProblem;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.SecurityGroup;
import io.patchbay.microsoft.graph.SecurityGroups;
import io.patchbay.platform.pageview.PageView;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;

/** The security groups that give access to the current company. */
@Service
public class Groups {

    /** So many of each tenant at most. */
    public static final int AT_MOST = GroupRoles.AT_MOST;

    private final GroupRoles roles;
    private final Environments environments;
    private final SecurityGroups microsoft;
    private final MessageSourceAccessor messages;

    Groups(GroupRoles roles, Environments environments, SecurityGroups microsoft, MessageSourceAccessor messages) {
        this.roles = roles;
        this.environments = environments;
        this.microsoft = microsoft;
        this.messages = messages;
    }

    /** All of them, by name. */
    public List<GroupView> all() {
        return known().stream().map(GroupView::of).toList();
    }

    private List<GroupRole> known() {
        return PageView.once(Groups.class, roles::all);
    }

    /**
     * One of them.
     *
     * @throws NotFoundException where the company has no such group
     */
    public GroupView get(UUID id) {
        return GroupView.of(roles.get(id));
    }

    /**
     * What came of asking Entra ID about the groups.
     *
     * @param changed whether names changed or groups are gone
     * @param problem why it could not be asked, in the reader's words
     */
    public record RefreshResult(boolean changed, @Nullable String problem) {}

    /** Asks Entra ID what the groups are called now and which are gone. */
    public RefreshResult refresh() {
        var changed = false;
        String problem = null;
        for (var tenant : known().stream()
                .collect(Collectors.groupingBy(GroupRole::tenantId))
                .entrySet()) {
            switch (existing(tenant.getKey(), tenant.getValue())) {
                case GraphOutcome.Answered<List<SecurityGroup>>(var existing) ->
                    changed |= seen(tenant.getValue(), existing);
                case GraphOutcome<List<SecurityGroup>> other -> problem = text(GroupProblem.of(other));
            }
        }
        return new RefreshResult(changed, problem);
    }

    /** Nothing new is nothing to be stored. */
    private boolean seen(List<GroupRole> asked, List<SecurityGroup> existing) {
        var news = asked.stream().filter(group -> !group.isAsIn(existing)).toList();
        return !news.isEmpty() && roles.seen(news, existing);
    }

    private GraphOutcome<List<SecurityGroup>> existing(UUID tenant, List<GroupRole> groups) {
        return microsoft.existing(
                tenant, groups.stream().map(GroupRole::groupId).toList());
    }

    /**
     * Lets members of groups in, of all the groups or none.
     *
     * @throws InvalidRequestException for access management with another role than Full Admin, or too many at once
     * @throws NotFoundException where the tenant has no such group
     * @throws ConflictException where the environment is not connected, Entra ID cannot be asked, a group is there already,
     *     or there would be too many
     */
    public void add(EnvironmentId environment, List<NewGroup> wanted) {
        if (wanted.size() > AT_MOST) {
            throw new ConflictException("groups.tooMany", AT_MOST);
        }
        wanted.forEach(group -> refuseAccess(group.role(), group.accessManagement()));
        var tenant = environments.get(environment).requireConnection().tenantId();
        var outcome = microsoft.existing(
                tenant, wanted.stream().map(NewGroup::groupId).toList());
        if (!(outcome instanceof GraphOutcome.Answered<List<SecurityGroup>>(var existing))) {
            throw new ConflictException(GroupProblem.of(outcome).key());
        }
        roles.add(environment, tenant, pairs(wanted, existing));
    }

    private static Map<NewGroup, SecurityGroup> pairs(List<NewGroup> wanted, List<SecurityGroup> existing) {
        var byId = existing.stream().collect(Collectors.toMap(SecurityGroup::id, Function.identity()));
        var pairs = new LinkedHashMap<NewGroup, SecurityGroup>();
        wanted.forEach(group ->
                pairs.put(group, Optional.ofNullable(byId.get(group.groupId())).orElseThrow(NotFoundException::new)));
        return pairs;
    }

    /**
     * Gives a group another role; takes effect with the next request of its members.
     *
     * @return the group's name
     * @throws NotFoundException where the company has no such group
     * @throws InvalidRequestException for access management with another role than Full Admin
     * @throws ConflictException where the group was deleted in Entra ID, or nobody would be left as Full Admin with Access
     *     Management
     */
    public String change(UUID id, Role role, boolean accessManagement) {
        refuseAccess(role, accessManagement);
        var group = List.of(roles.get(id));
        var tenant = group.getFirst().tenantId();
        if (existing(tenant, group) instanceof GraphOutcome.Answered<List<SecurityGroup>>(var existing)) {
            seen(group, existing);
        }
        return roles.change(id, role, accessManagement).name();
    }

    private static void refuseAccess(Role role, boolean accessManagement) {
        if (accessManagement && role != Role.FULL_ADMIN) {
            throw new InvalidRequestException("users.accessNeedsFullAdmin");
        }
    }

    /**
     * Takes a group's access away; takes effect with the next request of its members.
     *
     * @return the group's name
     * @throws NotFoundException where the company has no such group
     * @throws ConflictException where nobody would be left as Full Admin with Access Management
     */
    public String remove(UUID id) {
        return roles.remove(id);
    }

    /**
     * What taking a group's access away would mean.
     *
     * @throws NotFoundException where the company has no such group
     */
    public GroupRemoval removal(UUID id) {
        return roles.removal(id);
    }

    private String text(GroupProblem problem) {
        return messages.getMessage(problem.key());
    }
}
