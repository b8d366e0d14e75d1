package io.patchbay.portability.transfer;

import io.patchbay.environment.GroupMapping.MappedGroup;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.SecurityGroup;
import io.patchbay.microsoft.graph.SecurityGroups;
import io.patchbay.platform.problem.ConflictException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the groups of a tenant that take the place of those in a file: by identifier, or else by name where one has it. */
@Component
class GroupMatching {

    private static final int ASKED_AT_ONCE = 15;

    private final SecurityGroups groups;

    GroupMatching(SecurityGroups groups) {
        this.groups = groups;
    }

    /**
     * Asks the tenant.
     *
     * @param wanted the groups of the file, names by identifier
     * @throws ConflictException where Microsoft does not answer
     */
    Map<UUID, MappedGroup> match(UUID tenant, Map<UUID, String> wanted) {
        var matched = new HashMap<UUID, MappedGroup>();
        existing(tenant, wanted.keySet())
                .forEach(group -> matched.put(group.id(), new MappedGroup.Found(group.id(), group.displayName())));
        wanted.forEach((id, name) -> matched.computeIfAbsent(id, missing -> byName(tenant, name)));
        return matched;
    }

    /**
     * What becomes of groups where somebody said which they are. Only what the tenant has counts, whatever was offered.
     *
     * @throws ConflictException where the tenant does not have one that was chosen, or Microsoft does not answer
     */
    Map<UUID, MappedGroup> decide(UUID tenant, Map<UUID, MappedGroup> matched, Map<UUID, @Nullable UUID> chosen) {
        var open = new HashMap<>(chosen);
        open.keySet().removeIf(id -> !asked(matched.get(id)));
        var names =
                existing(tenant, open.values().stream().filter(Objects::nonNull).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(SecurityGroup::id, SecurityGroup::displayName, (one, other) -> one));
        var decided = new HashMap<>(matched);
        open.forEach((id, place) -> decided.put(id, place == null ? new MappedGroup.LeftOut() : chosen(place, names)));
        return decided;
    }

    private static boolean asked(@Nullable MappedGroup group) {
        return group instanceof MappedGroup.Unclear || (group instanceof MappedGroup.Found found && found.byName());
    }

    private static MappedGroup chosen(UUID place, Map<UUID, String> names) {
        var name = names.get(place);
        if (name == null) {
            throw new ConflictException("copy.group.noSuch", place);
        }
        return new MappedGroup.Found(place, name);
    }

    private List<SecurityGroup> existing(UUID tenant, Collection<UUID> wanted) {
        var rest = new ArrayList<>(wanted);
        var existing = new ArrayList<SecurityGroup>();
        while (!rest.isEmpty()) {
            var some = rest.subList(0, Math.min(ASKED_AT_ONCE, rest.size()));
            existing.addAll(answer(groups.existing(tenant, List.copyOf(some))));
            some.clear();
        }
        return existing;
    }

    private MappedGroup byName(UUID tenant, String name) {
        var similar = answer(groups.search(tenant, name));
        var exact = similar.stream()
                .filter(group -> group.displayName().equalsIgnoreCase(name))
                .toList();
        return exact.size() == 1
                ? new MappedGroup.Found(exact.getFirst().id(), exact.getFirst().displayName(), true)
                : new MappedGroup.Unclear((exact.isEmpty() ? similar : exact)
                        .stream()
                                .collect(Collectors.toMap(
                                        SecurityGroup::id,
                                        SecurityGroup::displayName,
                                        (one, other) -> one,
                                        LinkedHashMap::new)));
    }

    private static List<SecurityGroup> answer(GraphOutcome<List<SecurityGroup>> outcome) {
        if (outcome instanceof GraphOutcome.Answered<List<SecurityGroup>>(var groups)) {
            return groups;
        }
        throw new ConflictException("copy.groups.noAnswer");
    }
}
