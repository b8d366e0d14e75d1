package io.patchbay.simulator.directory;

import java.util.List;
import java.util.UUID;

/**
 * A security group.
 *
 * @param members people directly in it
 * @param nested groups directly in it
 */
public record Group(UUID id, String displayName, String description, List<Person> members, List<Group> nested) {}
