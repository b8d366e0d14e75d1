package io.patchbay.group.role;

import io.patchbay.company.Role;
import io.patchbay.environment.GroupMapping;
import io.patchbay.environment.GroupMapping.MappedGroup;
import io.patchbay.environment.PortablePart;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The groups that give access, to be taken along. A group has one role, so it tells one from another. */
@Component
@Order(GroupPart.LAST)
class GroupPart implements PortablePart<GroupPart.CopiedGroupRole> {

    static final int LAST = 5;

    private final GroupRoles roles;
    private final Groups groups;
    private final MessageSourceAccessor messages;

    GroupPart(GroupRoles roles, Groups groups, MessageSourceAccessor messages) {
        this.roles = roles;
        this.groups = groups;
        this.messages = messages;
    }

    /**
     * What members of a group are, as it stands in a file.
     *
     * @param group its object ID in Entra ID
     */
    record CopiedGroupRole(UUID group, String name, Role role, boolean accessManagement) {

        static CopiedGroupRole of(GroupRole group) {
            return new CopiedGroupRole(group.groupId(), group.name(), group.role(), group.accessManagement());
        }
    }

    @Override
    public String name() {
        return "group-roles";
    }

    @Override
    public Class<CopiedGroupRole> type() {
        return CopiedGroupRole.class;
    }

    @Override
    public List<CopiedGroupRole> pieces(EnvironmentId environment) {
        return of(environment).stream()
                .filter(group -> !group.gone())
                .map(CopiedGroupRole::of)
                .toList();
    }

    private List<GroupRole> of(EnvironmentId environment) {
        return roles.all().stream()
                .filter(group -> group.environment().equals(environment))
                .toList();
    }

    @Override
    public Map<UUID, String> groups(CopiedGroupRole piece) {
        return Map.of(piece.group(), piece.name());
    }

    @Override
    public Capability needed() {
        return Capability.MANAGE_ACCESS;
    }

    @Override
    public PartImport<CopiedGroupRole> importing(
            EnvironmentId environment, List<CopiedGroupRole> all, GroupMapping mapping) {
        return new GroupImport(environment, all, mapping);
    }

    private final class GroupImport implements PartImport<CopiedGroupRole> {

        private final EnvironmentId environment;
        private final List<CopiedGroupRole> all;
        private final GroupMapping mapping;

        GroupImport(EnvironmentId environment, List<CopiedGroupRole> all, GroupMapping mapping) {
            this.environment = environment;
            this.all = all;
            this.mapping = mapping;
        }

        @Override
        public List<Prospect> prospects() {
            var there = there();
            return all.stream().map(one -> prospect(one, there)).toList();
        }

        private Set<UUID> there() {
            return of(environment).stream().map(GroupRole::groupId).collect(Collectors.toSet());
        }

        private Prospect prospect(CopiedGroupRole one, Set<UUID> there) {
            var detail = one.role().label(one.accessManagement());
            var found = mapping.knows(Set.of(one.group()))
                    ? mapping.of(one.group(), one.name())
                    : Optional.<MappedGroup.Found>empty();
            if (found.filter(group -> there.contains(group.id())).isPresent()) {
                return Prospect.there(one.name(), detail);
            }
            var prospect = Prospect.possible(one.name(), detail);
            return found.filter(MappedGroup.Found::byName)
                    .map(group -> prospect.doubtful(
                            messages.getMessage("copy.group.byName", new Object[] {group.name(), group.id()})))
                    .orElse(prospect);
        }

        @Override
        public Optional<String> make(int number, Supplied supplied) {
            var one = all.get(number);
            var found =
                    mapping.of(one.group(), one.name()).orElseThrow(() -> new ConflictException("copy.group.leftOut"));
            if (found.byName()) {
                throw new ConflictException("copy.group.unclear", one.name());
            }
            var group = found.id();
            if (!there().contains(group)) {
                try {
                    groups.add(environment, List.of(new NewGroup(group, one.role(), one.accessManagement())));
                } catch (NotFoundException gone) {
                    throw new ConflictException("copy.group.unclear", one.name());
                }
            }
            return Optional.empty();
        }
    }
}
