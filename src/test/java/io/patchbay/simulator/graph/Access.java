package io.patchbay.simulator.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Which application permissions a call needs, and whose 403 it answers without them.
 *
 * @param allOf of each set one is needed
 */
record Access(Service service, List<Set<String>> allOf) {

    /** Whose part of Graph it is. */
    enum Service {
        DIRECTORY,
        INTUNE
    }

    static Access directory(String... anyOf) {
        return new Access(Service.DIRECTORY, List.of(Set.of(anyOf)));
    }

    static Access intune(String... anyOf) {
        return new Access(Service.INTUNE, List.of(Set.of(anyOf)));
    }

    Access and(String... anyOf) {
        List<Set<String>> more = new ArrayList<>(allOf);
        more.add(Set.of(anyOf));
        return new Access(service, List.copyOf(more));
    }

    /** Throws Graph's 403 unless the token's roles suffice; Intune's differs from the directory's (cnspec#1708). */
    void check(Set<String> roles) {
        for (Set<String> anyOf : allOf) {
            if (anyOf.stream().noneMatch(roles::contains)) {
                throw service == Service.DIRECTORY ? directoryRefusal() : intuneRefusal(roles, anyOf);
            }
        }
    }

    private static GraphException directoryRefusal() {
        return new GraphException(
                403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }

    private static GraphException intuneRefusal(Set<String> roles, Set<String> needed) {
        String why = roles.isEmpty()
                ? "Application is called in app only context but does not have application permissions configured"
                : "Application is not authorized to perform this operation. Application must have one of the following"
                        + " scopes: "
                        + String.join(", ", needed.stream().sorted().toList());
        String message = "{\"_version\":3,\"Message\":\"" + why
                + " - Operation ID (for customer support): 00000000-0000-0000-0000-000000000000 - Activity ID: "
                + UUID.randomUUID()
                + " - Url: https://fef.msua09.manage.microsoft.com/\",\"CustomApiErrorPhrase\":\"\",\"RetryAfter\":null,"
                + "\"ErrorSourceService\":\"\",\"HttpHeaders\":\"{}\"}";
        return new GraphException(403, "Forbidden", message);
    }
}
