package io.patchbay.signin;

import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.tenancy.Person;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Staff of those who run this installation: people of the operator's own tenant with an app role. */
final class Operator {

    private Operator() {}

    static Set<StaffRole> roles(Person person, MicrosoftProperties microsoft) {
        if (!person.id().tenantId().toString().equals(microsoft.operatorTenant())) {
            return Set.of();
        }
        return person.roles().stream()
                .map(StaffRole::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
