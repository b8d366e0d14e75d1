package io.patchbay.group.role;

import io.patchbay.environment.ConnectionTeardown.AffectedPeople;

/**
 * What taking a group's access away would mean.
 *
 * @param people who came in through it, and who of them keeps access without it
 */
public record GroupRemoval(GroupView group, AffectedPeople people) {}
