package io.patchbay.simulator.directory;

import java.util.List;
import java.util.UUID;

/**
 * Who and what is in a tenant from the beginning.
 *
 * @param accounts those who can sign in
 * @param people all of the directory, the accounts among them
 */
record Population(
        UUID id,
        String displayName,
        List<String> domains,
        List<Person> accounts,
        List<Person> people,
        List<Group> groups,
        int deviceCount) {}
