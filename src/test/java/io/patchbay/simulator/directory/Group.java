package io.patchbay.simulator.directory;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A security group.
 *
 * @param members people directly in it
 * @param nested groups directly in it, by ID
 */
public record Group(UUID id, String displayName, String description, List<Person> members, List<UUID> nested) {

    Group with(Person person) {
        return members.contains(person)
                ? this
                : new Group(
                        id,
                        displayName,
                        description,
                        Stream.concat(members.stream(), Stream.of(person)).toList(),
                        nested);
    }

    Group without(Person person) {
        return new Group(
                id,
                displayName,
                description,
                members.stream().filter(member -> !member.equals(person)).toList(),
                nested);
    }

    Group named(String name) {
        return new Group(id, name, description, members, nested);
    }
}
