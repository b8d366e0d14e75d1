package io.patchbay.signin;

import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.tenancy.PersonId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Staff of those who run this installation: people of the operator's own tenant with an app role. */
final class Operator {

    private Operator() {}

    /** What somebody is to whom Entra ID gives these app roles. */
    static Set<StaffRole> roles(PersonId person, Collection<String> appRoles, MicrosoftProperties microsoft) {
        if (!person.tenantId().toString().equals(microsoft.operatorTenant())) {
            return Set.of();
        }
        return appRoles.stream().map(StaffRole::of).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }
}
