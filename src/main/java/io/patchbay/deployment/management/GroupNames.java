package io.patchbay.deployment.management;

import io.patchbay.deployment.model.Assignment;
import io.patchbay.microsoft.graph.SecurityGroup;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Which group of a tenant somebody means who typed its name. Asks Microsoft where the deployment does not know it. */
@Service
public class GroupNames {

    private static final String UUID_PATTERN = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern WITH_ID = Pattern.compile("(?:.*\\()?(" + UUID_PATTERN + ")\\)?");

    private final DeploymentChoices choices;

    GroupNames(DeploymentChoices choices) {
        this.choices = choices;
    }

    /** What a name stands for. */
    public sealed interface NamedGroup {

        /** That group. */
        record One(UUID id) implements NamedGroup {}

        /** Several of that very name, or none, and groups with names that begin so. */
        record Unclear(boolean several, List<String> similar) implements NamedGroup {}

        /** Microsoft could not be asked. */
        record NotAsked(String problem) implements NamedGroup {}
    }

    /** Finds the group that is meant: by its identifier, or else by its name, where only one has it. */
    public NamedGroup meant(EnvironmentId environment, List<Assignment> known, String typed) {
        var id = WITH_ID.matcher(typed);
        if (id.matches()) {
            return new NamedGroup.One(UUID.fromString(id.group(1)));
        }
        return assigned(known, typed).<NamedGroup>map(NamedGroup.One::new).orElseGet(() -> found(environment, typed));
    }

    private static Optional<UUID> assigned(List<Assignment> known, String name) {
        var ids = known.stream()
                .filter(one -> name.equals(one.groupName()))
                .map(one -> one.group())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
    }

    private NamedGroup found(EnvironmentId environment, String name) {
        var groups = choices.groups(environment, name);
        if (groups.problem() != null) {
            return new NamedGroup.NotAsked(groups.problem());
        }
        var exact = groups.offer().stream()
                .filter(group -> group.displayName().equalsIgnoreCase(name))
                .toList();
        return exact.size() == 1
                ? new NamedGroup.One(exact.getFirst().id())
                : new NamedGroup.Unclear(!exact.isEmpty(), texts(exact.isEmpty() ? groups.offer() : exact));
    }

    /** By what each of these groups is known: its name, and its identifier too where several have that name. */
    public static List<String> texts(List<SecurityGroup> groups) {
        Map<String, Long> names =
                groups.stream().collect(Collectors.groupingBy(SecurityGroup::displayName, Collectors.counting()));
        return groups.stream()
                .map(group -> Objects.equals(names.get(group.displayName()), 1L)
                        ? group.displayName()
                        : group.displayName() + " (" + group.id() + ")")
                .toList();
    }
}
