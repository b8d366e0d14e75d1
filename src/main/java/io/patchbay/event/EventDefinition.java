package io.patchbay.event;

import java.util.Set;

/**
 * What all events of a kind have in common.
 *
 * @param fields the names of the fields that they may carry
 * @param variants the names of the kind's texts; empty where it has one text only
 */
public record EventDefinition(
        Category category, Operation operation, Severity severity, Set<String> fields, Set<String> variants) {

    /** Of a kind that does not concern security. */
    public static EventDefinition general(Category category, Operation operation, String... fields) {
        return new EventDefinition(category, operation, Severity.GENERAL, Set.of(fields), Set.of());
    }

    /** Of a kind that concerns security. */
    public static EventDefinition security(Category category, Operation operation, String... fields) {
        return new EventDefinition(category, operation, Severity.SECURITY, Set.of(fields), Set.of());
    }

    /** The same with a text for each variant instead of the one. */
    public EventDefinition variants(String... names) {
        return new EventDefinition(category, operation, severity, fields, Set.of(names));
    }
}
